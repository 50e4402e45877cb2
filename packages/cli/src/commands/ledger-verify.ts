import { verifyLedger } from '@adieu/db';
import { Failure } from '../failure.ts';
import { findInstallation, withDatabase } from './connection.ts';

export interface VerifyOptions {
  readonly from?: number;
  readonly to?: number;
  readonly head?: string;
  readonly data: string;
}

/** Verifies the sealed ledger, in parts until its end; fails with the first thing that is broken. */
export async function runVerify(options: VerifyOptions): Promise<void> {
  const { databaseUrl } = await findInstallation(options.data);
  await withDatabase(databaseUrl, async ({ sql }) => {
    let [events, next] = [0, options.from ?? null];
    for (;;) {
      const found = await verifyLedger(sql, { from: next, to: options.to ?? null });
      events += found.events;
      if (found.broken !== null) {
        const { break: what, sequence, eventId } = found.broken;
        const where = eventId === null ? '' : ` at event ${eventId}`;
        throw new Failure(`the ledger is broken: ${what} in seal ${sequence}${where}`);
      }
      next = found.next;
      if (next !== null) continue;
      if (options.head !== undefined && found.head !== options.head)
        throw new Failure(`the last seal is ${found.head ?? 'none'}, not ${options.head}`);
      console.log(
        `${events} events in seals up to ${found.to ?? 0}: whole; head ${found.head ?? 'none'}`,
      );
      return;
    }
  });
}
