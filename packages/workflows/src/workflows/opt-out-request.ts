import type { OptOutRequestInput } from '@adieu/domain';
import { SIGNALS_TO } from '@adieu/domain';
import { condition, defineSignal, patched, setHandler } from '@temporalio/workflow';
import { mail, record, sms } from './activities.ts';

export const requestClosed = defineSignal(SIGNALS_TO.requestClosed);
export const deadlineMoved = defineSignal<[string]>(SIGNALS_TO.deadlineMoved);

/**
 * One wish to stop, from its commit to the end of all that follows. The record is PostgreSQL's; this only waits: for the
 * deadline, for a decision (`requestClosed`) or for a new deadline. What the timer's end does is a compare-and-set in
 * an activity, so that a decision committed in the same instant is not overrun.
 */
export async function optOutRequest({ requestId, deadline }: OptOutRequestInput): Promise<void> {
  let closed = deadline === null;
  let due = deadline;
  setHandler(requestClosed, () => {
    closed = true;
  });
  setHandler(deadlineMoved, (instant) => {
    due = instant;
  });

  while (!closed && due !== null) {
    const waitingFor: string = due;
    const remaining = Date.parse(waitingFor) - Date.now();
    if (remaining > 0 && (await condition(() => closed || due !== waitingFor, remaining))) continue;
    const { waitUntil } = await record.endReview(requestId);
    if (waitUntil === null) closed = true;
    // The row's deadline is the true one: the signal about its move may still be on its way.
    else due = waitUntil;
  }

  // First: a law counts its minutes, and the mail server may be away.
  if (patched('sms-receipt')) await sms.sendSmsReceipt(requestId);
  await mail.sendDecisionNotice(requestId);
  await record.settleRequest(requestId);
}
