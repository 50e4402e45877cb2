import { expireDoubleOptIn } from '@adieu/db';
import type { ActivityDeps } from './activity-deps.ts';

/** Deletes a double opt-in that nobody confirmed (D-5). */
export function createExpireDoubleOptIn({ db, clock }: Pick<ActivityDeps, 'db' | 'clock'>) {
  return async (id: string): Promise<void> => {
    await expireDoubleOptIn(db.sql, id, clock());
  };
}
