import { endReview } from '@adieu/db';
import type { ActivityDeps } from './activity-deps.ts';

/** The timer's end. `waitUntil` (ISO 8601) where the deadline lies later than the workflow thought, else null. */
export function createEndReview({ db, clock }: Pick<ActivityDeps, 'db' | 'clock'>) {
  return async (requestId: string): Promise<{ waitUntil: string | null }> => {
    const outcome = await endReview(db, requestId, clock());
    return { waitUntil: 'waitUntil' in outcome ? outcome.waitUntil.toISOString() : null };
  };
}
