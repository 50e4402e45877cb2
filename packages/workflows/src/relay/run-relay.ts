import { type Database, relayBatch } from '@adieu/db';
import type { OutboxMessage } from '@adieu/domain';
import type { Logger } from 'pino';
import { setTimeout as pause } from 'node:timers/promises';

const BATCH = 50;
/** How long an empty outbox is left alone. */
const IDLE_MS = 250;
/** How long after a fault (database away) the next look waits. */
const FAULT_MS = 2_000;

/** Empties the outbox for as long as `signal` is not aborted; says once when deliveries begin to fail and when they work again. */
export async function runRelay(
  deps: {
    db: Database;
    deliver: (message: OutboxMessage) => Promise<void>;
    log: Logger;
    clock: () => Date;
  },
  signal: AbortSignal,
): Promise<void> {
  let failing = false;
  const report = (fault: unknown): void => {
    if (fault !== null && !failing)
      deps.log.error({ err: fault }, 'outbox: deliveries fail and will be repeated');
    if (fault === null && failing) deps.log.info('outbox: deliveries work again');
    failing = fault !== null;
  };
  while (!signal.aborted) {
    let wait = 0;
    try {
      const { delivered, failed } = await relayBatch(deps.db, BATCH, deps.clock(), deps.deliver);
      if (delivered > 0 || failed.length > 0) report(failed[0] ?? null);
      if (delivered + failed.length < BATCH) wait = IDLE_MS;
    } catch (fault) {
      report(fault);
      wait = FAULT_MS;
    }
    if (wait > 0) await pause(wait, undefined, { signal }).catch(() => {});
  }
}
