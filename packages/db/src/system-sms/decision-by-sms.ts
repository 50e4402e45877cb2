import type { Sql } from '../sql.ts';
import { askSystemSms } from './ask-system-sms.ts';
import { SENDER_TO_THEM } from './sender-to-them.sql.ts';

/**
 * The SMS that tells somebody that their wish was declined, and why, or that nobody decided on it (W-7): asked for once, however often this is
 * called. Null where there is nothing to tell, nobody to tell it to, or nothing to write from.
 */
export async function decisionBySms(
  sql: Sql,
  requestId: string,
  now: Date,
): Promise<string | null> {
  const [found] = await sql.rows<Found>(FIND, [requestId]);
  if (found === undefined || found.sender === null) return null;
  const { state: kind, organisationId, accountId, addressKey, sender } = found;
  const ask = { organisationId, accountId, kind, about: requestId, addressKey, sender, now };
  return askSystemSms(sql, ask);
}

interface Found {
  readonly state: 'DECLINED' | 'REVERTED';
  readonly organisationId: string;
  readonly accountId: string;
  readonly addressKey: Buffer;
  readonly sender: string | null;
}

const FIND = `
  SELECT q.state, q.organisation_id AS "organisationId", a.id AS "accountId", q.address_key AS "addressKey", ${SENDER_TO_THEM} AS sender
  FROM opt_out_request q JOIN recipient r ON r.id = q.recipient_id JOIN account a ON a.id = q.account_id
  WHERE q.id = $1 AND q.channel = 'SMS' AND q.state IN ('DECLINED', 'REVERTED') AND q.notified_at IS NULL AND r.address IS NOT NULL`;
