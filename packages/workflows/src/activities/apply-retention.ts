import { FORGETTABLE, forgetBatch } from '@adieu/db';
import { Context } from '@temporalio/activity';
import type { ActivityDeps } from './index.ts';

/** Short enough that nobody waits for the locks of one batch. */
const BATCH = 2_000;

/**
 * Takes away evidence, origins, machine signals and idempotency keys whose time is over, batch by batch until none is left
 * (docs/privacy.md). A run that was cut off is simply repeated: what is gone is gone.
 */
export function createApplyRetention({
  db,
  log,
  clock,
}: Pick<ActivityDeps, 'db' | 'log' | 'clock'>) {
  return async (): Promise<number> => {
    const now = clock();
    let total = 0;
    for (const what of FORGETTABLE) {
      let gone = 0;
      for (let n = BATCH; n === BATCH; gone += n) {
        n = await forgetBatch(db.sql, what, now, BATCH);
        Context.current().heartbeat();
      }
      if (gone > 0) log.info({ what, gone }, 'past its retention: taken away');
      total += gone;
    }
    return total;
  };
}
