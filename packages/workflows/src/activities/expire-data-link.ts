import { expireDataLink } from '@adieu/db';
import type { ActivityDeps } from './activity-deps.ts';

/** Deletes a link to somebody's own data that has ended. */
export function createExpireDataLink({ db, clock }: Pick<ActivityDeps, 'db' | 'clock'>) {
  return async (id: string): Promise<void> => expireDataLink(db.sql, id, clock());
}
