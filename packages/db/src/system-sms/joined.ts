import type { Sql } from '../sql.ts';
import { askSystemSms, sendSystemSms } from './ask-system-sms.ts';

interface Joined {
  /** The double opt-in or the consent by which they joined. */
  readonly about: string;
  readonly organisationId: string;
  readonly accountId: string;
  readonly addressBookId: string | null;
  readonly addressKey: Buffer;
  /** Where they said so; null = somewhere else. */
  readonly saidTo?: string | null;
  readonly now: Date;
}

/**
 * Tells somebody that they were opted in, where what they will get comes from a short code (E3); and whoever said so by SMS, where
 * the account's receipts are sent (D8): a word that nothing follows leaves them in doubt.
 */
export async function tellJoined(sql: Sql, joined: Joined): Promise<void> {
  await tell(sql, joined, sendSystemSms);
}

/** The same for whoever stands in a list that was recorded: asked for, and sent with all that waits. */
export async function joinedInBulk(sql: Sql, joined: Joined): Promise<void> {
  await tell(sql, joined, askSystemSms);
}

async function tell(
  sql: Sql,
  { addressBookId, saidTo, ...joined }: Joined,
  by: typeof askSystemSms | typeof sendSystemSms,
): Promise<void> {
  const [row] = await sql.rows<{ sender: string | null }>(
    `SELECT CASE WHEN $3::text ~ '^\\d{3,6}$' OR a.sms_receipts THEN coalesce($3::text, short_code_for(a.id, $2))
       ELSE short_code_for(a.id, $2) END AS sender FROM account a WHERE a.id = $1`,
    [joined.accountId, addressBookId, saidTo ?? null],
  );
  if (row!.sender !== null) await by(sql, { ...joined, kind: 'JOINED', sender: row!.sender });
}
