import { carryOutDecision } from '@adieu/db';
import type { ActivityDeps } from './activity-deps.ts';

/** Carries a decision of the review out that was not undone. */
export function createCarryOutDecision({ db, clock }: Pick<ActivityDeps, 'db' | 'clock'>) {
  return async (id: string): Promise<void> => {
    await carryOutDecision(db, id, clock());
  };
}
