import { sealLedger } from '@adieu/db';
import { Context } from '@temporalio/activity';
import type { ActivityDeps } from './activity-deps.ts';

/** Seals of one run: the next minute goes on with a longer backlog. */
const MOST_SEALS = 500;

/** Seals the ledger up to the present, seal by seal (W-12). The head is logged: kept elsewhere, it proves that no seal went. */
export function createSealLedger({ db, log, clock }: Pick<ActivityDeps, 'db' | 'log' | 'clock'>) {
  return async (): Promise<number> => {
    for (let seals = 0; seals < MOST_SEALS; seals += 1) {
      const seal = await sealLedger(db, clock());
      if (seal === null) return seals;
      log.info(seal, 'ledger sealed');
      Context.current().heartbeat();
    }
    return MOST_SEALS;
  };
}
