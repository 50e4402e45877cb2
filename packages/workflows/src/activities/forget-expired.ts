import { deleteExpiredProofs, expireDoubleOptIns, forgetTestMails } from '@adieu/db';
import { Context } from '@temporalio/activity';
import type { ActivityDeps } from './index.ts';

/**
 * Deletes double opt-ins that nobody confirmed in time, where their own workflow did not (D-5), and proofs whose consent
 * ended longer ago than their organisation keeps them (G-9), and test mails of the days before. In batches, each its own transaction.
 */
export function createForgetExpired({
  db,
  log,
  clock,
}: Pick<ActivityDeps, 'db' | 'log' | 'clock'>) {
  return async (): Promise<number> => {
    let forgotten = 0;
    const steps = [
      () => expireDoubleOptIns(db.sql, clock()),
      () => deleteExpiredProofs(db.sql),
      () => forgetTestMails(db.sql, clock()),
    ];
    for (const step of steps) {
      for (let gone = await step(); gone > 0; gone = await step()) {
        forgotten += gone;
        Context.current().heartbeat();
      }
    }
    if (forgotten > 0) log.info({ forgotten }, 'deleted what has had its time');
    return forgotten;
  };
}
