import type { TemporalSecurity } from '@adieu/keys';
import { NativeConnection } from '@temporalio/worker';
import type { Logger } from 'pino';
import { setTimeout as pause } from 'node:timers/promises';

const AGAIN_MS = 1_000;

/** Connects to Temporal, however long it is away: the relay's outbox keeps until then. Rejects when aborted. */
export async function connectWhenReady(
  to: { readonly address: string } & TemporalSecurity,
  log: Logger,
  signal: AbortSignal,
): Promise<NativeConnection> {
  for (let said = false; ;) {
    signal.throwIfAborted();
    try {
      return await NativeConnection.connect(to);
    } catch (error) {
      if (!said) log.warn({ err: error }, 'Temporal is away; waiting for it');
      said = true;
      await pause(AGAIN_MS, undefined, { signal });
    }
  }
}
