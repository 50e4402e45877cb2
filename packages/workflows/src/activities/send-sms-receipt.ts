import { receiptOf } from '@adieu/db';
import { handOverSystemSms } from '../sms/hand-over-system-sms.ts';
import type { ActivityDeps } from './activity-deps.ts';

/** Confirms by SMS that somebody left, where law or account want that: once (D8, SM-7). One that is late is in the log. */
export function createSendSmsReceipt(
  deps: Pick<ActivityDeps, 'db' | 'sms' | 'links' | 'log' | 'clock'>,
) {
  return async (requestId: string): Promise<void> => {
    const due = await receiptOf(deps.db.sql, requestId, deps.clock());
    if (due === null) return;
    const { systemSmsId, lateSeconds } = due;
    const went = await handOverSystemSms(deps, systemSmsId);
    if (went && lateSeconds !== null)
      deps.log.warn(
        { requestId, lateSeconds: Math.round(lateSeconds) },
        'a receipt by SMS is later than the law wants: what should have sent it was away',
      );
  };
}
