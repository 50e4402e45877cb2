import { Context } from '@temporalio/activity';
import { reconcile } from '../reconciler/reconcile.ts';
import type { ActivityDeps } from './activity-deps.ts';

/** In the minutes between, requests are counted and listed only where some are missing. */
const LIST_EACH_MINUTES = 10;

/** Mends waits that are missing, and says so. Gives how many. */
export function createReconcile({
  db,
  client,
  log,
  clock,
}: Pick<ActivityDeps, 'db' | 'client' | 'log' | 'clock'>) {
  return async (): Promise<number> => {
    const heartbeat = (): void => Context.current().heartbeat();
    const now = clock();
    const byCount = now.getUTCMinutes() % LIST_EACH_MINUTES !== 0;
    const counts = await reconcile({ db, client, now, byCount }, heartbeat);
    const mended = Object.values(counts).reduce((sum, count) => sum + count, 0);
    if (mended > 0)
      log.warn({ mended, ...counts }, 'mended: waits that were missing are posted again');
    return mended;
  };
}
