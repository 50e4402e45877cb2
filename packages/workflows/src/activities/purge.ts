import { carryOutDeletions, PURGEABLE, type Purgeable, purgeBatch } from '@adieu/db';
import { Context } from '@temporalio/activity';
import type { ActivityDeps } from './activity-deps.ts';

/** Short enough that nobody waits for the locks of one batch. */
const BATCH = 2_000;
/** Of people who are erased: each has reasons of their own in the ledger. */
const PEOPLE = 200;

/**
 * Takes away what has had its time, batch by batch until none is left (docs/privacy.md). A run that was cut off is simply
 * repeated: what is gone is gone.
 */
export function createPurge({ db, log, clock }: Pick<ActivityDeps, 'db' | 'log' | 'clock'>) {
  const batch = async (what: Purgeable, now: Date): Promise<number> => {
    const gone = await purgeBatch(db.sql, what, now, BATCH);
    Context.current().heartbeat();
    return gone;
  };

  const step = async (now: Date): Promise<number> => {
    const gone = await carryOutDeletions(db, now, PEOPLE);
    Context.current().heartbeat();
    return gone;
  };

  return async (): Promise<number> => {
    const now = clock();
    let total = 0;
    for (const what of PURGEABLE) {
      let gone = 0;
      for (let n = await batch(what, now); n > 0; n = await batch(what, now)) gone += n;
      if (gone > 0) log.info({ what, gone }, 'past its time: taken away');
      total += gone;
    }
    let taken = 0;
    for (let n = await step(now); n > 0; n = await step(now)) taken += n;
    if (taken > 0) log.info({ what: 'deletions', gone: taken }, 'taken away for good');
    return total + taken;
  };
}
