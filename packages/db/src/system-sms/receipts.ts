import { type RequestState, smsRules } from '@adieu/domain';
import { countryOfNumber } from '@adieu/keys';
import type { Sql } from '../sql.ts';
import { askSystemSms } from './ask-system-sms.ts';
import { SENDER_TO_THEM } from './sender-to-them.sql.ts';

/** After so long a receipt would puzzle more than it tells. */
const WORTH_SENDING_HOURS = 24;

/**
 * The receipt by SMS that a wish gets, where the law of its number or its account wants one, or the account does (D8, SM-7):
 * asked for once, however often this is called. Null where none is due.
 */
export async function receiptOf(
  sql: Sql,
  requestId: string,
  now: Date,
): Promise<{ systemSmsId: string; lateSeconds: number | null } | null> {
  const [found] = await sql.rows<Found>(FIND, [requestId]);
  if (found === undefined || found.state !== 'CONFIRMED' || found.address === null) return null;
  const { accountId, organisationId, addressKey, sender, receivedAt } = found;
  if (accountId === null || sender === null) return null;
  const rules = smsRules(countryOfNumber(found.address), found.country, receivedAt);
  const within = found.byAnswer ? rules.receiptWithinSeconds : null;
  if (within === null && !found.confirms) return null;
  const seconds = (now.getTime() - receivedAt.getTime()) / 1000;
  if (seconds > WORTH_SENDING_HOURS * 3600) return null;
  const ask = { organisationId, accountId, addressKey, sender, now } as const;
  const systemSmsId = await askSystemSms(sql, { ...ask, kind: 'RECEIPT', about: requestId });
  return { systemSmsId, lateSeconds: within !== null && seconds > within ? seconds : null };
}

interface Found {
  readonly state: RequestState;
  readonly organisationId: string;
  readonly accountId: string | null;
  readonly addressKey: Buffer;
  readonly address: string | null;
  readonly country: string | null;
  readonly confirms: boolean;
  readonly receivedAt: Date;
  readonly byAnswer: boolean;
  readonly sender: string | null;
}

const FIND = `
  SELECT q.state, q.organisation_id AS "organisationId", a.id AS "accountId", q.address_key AS "addressKey", r.address, a.country,
    a.sms_receipts AS confirms, q.received_at AS "receivedAt", q.method = 'SMS_KEYWORD' AS "byAnswer",
    ${SENDER_TO_THEM} AS sender
  FROM opt_out_request q JOIN recipient r ON r.id = q.recipient_id LEFT JOIN account a ON a.id = q.account_id
  WHERE q.id = $1 AND q.channel = 'SMS' AND q.method IN ('SMS_KEYWORD', 'SMS_LINK')`;
