import { type AnsweredMessage, recordMachineSignal, type Transaction } from '@adieu/db';
import type { MachineMark } from '@adieu/domain';

/** What a responder of somebody's own mailbox writes; lists and reports are others'. */
const RESPONDS: ReadonlySet<MachineMark> = new Set([
  'AUTO_SUBMITTED',
  'PRECEDENCE',
  'RESPONSE_SUPPRESSED',
  'RESPONDER',
  'NULL_RETURN_PATH',
] as const);

/**
 * Keeps that a mailbox answers by itself, once for each message: no wish, and nothing follows; but whoever looks after an account sees that
 * somebody is away for years, or not there any more.
 */
export async function keepAutoReply(
  tx: Transaction,
  { organisationId, recipientId, messageId, address }: AnsweredMessage,
  mark: MachineMark,
  now: Date,
): Promise<void> {
  if (address === null || !RESPONDS.has(mark)) return;
  const detail = { mark };
  const kind = 'AUTO_REPLY';
  await recordMachineSignal(tx, { organisationId, recipientId, messageId, kind, detail, now });
}
