import { smsRules } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { sendSystemSms } from './ask-system-sms.ts';

/**
 * The receipt of somebody who says STOP by SMS and had left before, by another way: they are answered too (SM-11), where a STOP
 * that leaves would be, and once, however often they say it. Who left by SMS was told then.
 */
export async function receiptAgain(
  sql: Sql,
  stop: {
    readonly requestId: string;
    readonly accountId: string;
    readonly numberCountry: string | null;
    readonly answeredTo: string;
    readonly now: Date;
  },
): Promise<void> {
  const [found] = await sql.rows<Found>(FIND, [stop.requestId, stop.accountId]);
  if (found === undefined) return;
  const { organisationId, addressKey, country, confirms } = found;
  const rules = smsRules(stop.numberCountry, country, stop.now);
  if (rules.receiptWithinSeconds === null && !confirms) return;
  const { accountId, requestId: about, answeredTo: sender, now } = stop;
  const ask = {
    organisationId,
    accountId,
    kind: 'RECEIPT',
    about,
    addressKey,
    sender,
    now,
  } as const;
  await sendSystemSms(sql, ask);
}

interface Found {
  readonly organisationId: string;
  readonly addressKey: Buffer;
  readonly country: string | null;
  readonly confirms: boolean;
}

const FIND = `
  SELECT q.organisation_id AS "organisationId", q.address_key AS "addressKey", a.country, a.sms_receipts AS confirms
  FROM opt_out_request q JOIN account a ON a.id = $2
  WHERE q.id = $1 AND q.channel = 'SMS' AND q.state = 'CONFIRMED' AND q.method NOT IN ('SMS_KEYWORD', 'SMS_LINK')
    AND NOT EXISTS (SELECT FROM system_sms s WHERE s.kind = 'RECEIPT' AND s.about = q.id)`;
