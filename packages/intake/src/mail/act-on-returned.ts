import { answeredMessage, recordDelivery } from '@adieu/db';
import { judgeDelivery } from '@adieu/domain';
import type { ActedOnMail, ActOnMail } from './act-on-mail.ts';
import { keepAutoReply } from './answers/keep-auto-reply.ts';
import { failureOf } from './read/failure-of.ts';
import type { DeliveryReport } from './read/mail-read.ts';

/**
 * Keeps that a message came back: by the return path that we signed, and by no address that a report names (M-8). What else comes to
 * it (delays, receipts, automatic answers) is taken and let go.
 */
export async function actOnReturned(
  { tx, now, read }: ActOnMail,
  messageId: string,
  report: DeliveryReport | null,
): Promise<ActedOnMail> {
  const automatic = report === null ? (read?.automatic ?? null) : null;
  const failed = report === null ? null : failureOf(report);
  if (failed === null) {
    if (automatic !== null) {
      const answered = await answeredMessage(tx, messageId);
      if (answered !== null) await keepAutoReply(tx, answered, automatic, now);
    }
    return { outcome: 'NOTHING', remark: automatic ?? 'NO_FAILURE', ofMessageId: messageId };
  }
  const { status, code } = failed;
  const isTold = status !== null || code !== null;
  const kind = isTold ? judgeDelivery({ action: 'failed', status, code }) : failed.failure;
  if (kind === null) return { outcome: 'NOTHING', remark: 'NO_FAILURE', ofMessageId: messageId };
  await recordDelivery(tx, { messageId, kind, status, source: 'DSN', now });
  return { outcome: 'RETURNED', ofMessageId: messageId };
}
