import { queuedSystemSms, recordEarlyOptOuts } from '@adieu/db';
import { readDueSms } from '@adieu/intake';
import { Context } from '@temporalio/activity';
import { handOverWaitingSms } from '../sms/hand-over-waiting-sms.ts';
import type { ActivityDeps } from './activity-deps.ts';

/** Less than the minute after which the schedule comes again. */
const RUN_MS = 50_000;
const BATCH = 1_000;
/** Younger ones have a way of their own. */
const GRACE_MS = 30_000;

/**
 * Reads what is stored and due until nothing is: texts whose last part does not come, what failed before, opt-outs that were told
 * before their message was on record. Then sends what
 * waits of our own SMS: those that were asked for in bulk, and those whose way was lost.
 */
export function createReadInbound(
  deps: Pick<ActivityDeps, 'db' | 'sms' | 'smsLinks' | 'links' | 'log' | 'clock'>,
) {
  const { db, log, clock } = deps;
  return async (): Promise<number> => {
    const shortCodes = new Set(Object.values(deps.smsLinks.shortCodes));
    const until = clock().getTime() + RUN_MS;
    let total = 0;
    for (let read = 1; read > 0 && clock().getTime() < until; total += read) {
      read = await readDueSms({ db, log, clock, shortCodes });
      Context.current().heartbeat();
    }
    await recordEarlyOptOuts(db, clock());
    const before = new Date(clock().getTime() - GRACE_MS);
    const context = Context.current();
    await handOverWaitingSms(deps, await queuedSystemSms(db.sql, before, BATCH), () => {
      context.heartbeat();
      return clock().getTime() < until;
    });
    return total;
  };
}
