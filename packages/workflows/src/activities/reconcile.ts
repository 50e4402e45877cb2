import { Context } from '@temporalio/activity';
import { reconcile } from '../reconciler/reconcile.ts';
import type { ActivityDeps } from './activity-deps.ts';

/** Mends waits that are missing, and says so. Gives how many. */
export function createReconcile({
  db,
  client,
  log,
  clock,
}: Pick<ActivityDeps, 'db' | 'client' | 'log' | 'clock'>) {
  return async (): Promise<number> => {
    const heartbeat = (): void => Context.current().heartbeat();
    const counts = await reconcile({ db, client, now: clock() }, heartbeat);
    const mended = Object.values(counts).reduce((sum, count) => sum + count, 0);
    if (mended > 0)
      log.warn({ mended, ...counts }, 'mended: waits that were missing are posted again');
    return mended;
  };
}
