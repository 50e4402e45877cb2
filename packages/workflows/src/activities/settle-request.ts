import { settleRequest } from '@adieu/db';
import type { ActivityDeps } from './activity-deps.ts';

/** Marks that all that follows a request was done. */
export function createSettleRequest({ db, clock }: Pick<ActivityDeps, 'db' | 'clock'>) {
  return async (requestId: string): Promise<void> => settleRequest(db.sql, requestId, clock());
}
