import { MOST_ANSWERS_A_DAY, type SystemSmsKind } from '@adieu/domain';
import { postAll } from '../outbox/post.ts';
import type { Sql } from '../sql.ts';

export interface SystemSmsAsk {
  readonly organisationId: string;
  readonly accountId: string;
  readonly kind: SystemSmsKind;
  /** What it is about; each kind goes out once about one thing. */
  readonly about: string;
  readonly addressKey: Buffer;
  /** What it goes out from: a number, a short code or a name. */
  readonly sender: string;
  readonly now: Date;
}

/** Has one written, in the caller's transaction; gives its id, also where it was asked for before. Does not make it go. */
export async function askSystemSms(sql: Sql, ask: SystemSmsAsk): Promise<string> {
  const [row] = await sql.rows<{ id: string }>(
    `INSERT INTO system_sms AS s (organisation_id, account_id, kind, about, address_key, sender, at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
     ON CONFLICT (kind, about) DO UPDATE SET kind = excluded.kind RETURNING id`,
    [ask.organisationId, ask.accountId, ask.kind, ask.about, ask.addressKey, ask.sender, ask.now],
  );
  return row!.id;
}

/** The same, and it goes out. */
export async function sendSystemSms(sql: Sql, ask: SystemSmsAsk): Promise<void> {
  const id = await askSystemSms(sql, ask);
  await postAll(sql, [{ kind: 'system-sms.asked', id }]);
}

/**
 * Answers who asked (SM-11); false where this number had its share of answers from there today: of two robots that answer each
 * other one must end.
 */
export async function answerBySms(sql: Sql, ask: SystemSmsAsk): Promise<boolean> {
  const [row] = await sql.rows<{ count: number }>(
    `SELECT count(*)::int AS count FROM system_sms
     WHERE address_key = $1 AND sender = $2 AND kind IN ('HELP', 'TEST') AND at > $3::timestamptz - interval '1 day'`,
    [ask.addressKey, ask.sender, ask.now],
  );
  if (row!.count >= MOST_ANSWERS_A_DAY) return false;
  await sendSystemSms(sql, ask);
  return true;
}
