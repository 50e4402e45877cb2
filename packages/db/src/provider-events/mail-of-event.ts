import type { Sql } from '../sql.ts';

/** A mail of ours that a provider speaks of, and whose it is. */
export interface MailOfEvent {
  readonly messageId: string;
  readonly organisationId: string;
  readonly recipientId: string;
  readonly accountId: string;
  readonly addressBookId: string | null;
}

const COLUMNS = `m.id AS "messageId", r.organisation_id AS "organisationId", r.id AS "recipientId", c.account_id AS "accountId",
  c.address_book_id AS "addressBookId"`;

/** The mail of this id; null where there is none, as after its campaign went. */
export async function mailOfId(sql: Sql, messageId: string): Promise<MailOfEvent | null> {
  const [mail] = await sql.rows<MailOfEvent>(
    `SELECT ${COLUMNS} FROM message m JOIN recipient r ON r.id = m.recipient_id JOIN campaign c ON c.id = m.campaign_id
     WHERE m.id = $1 AND c.channel = 'EMAIL'`,
    [messageId],
  );
  return mail ?? null;
}

/** How long after a campaign its provider may still speak of an address alone. */
const DAYS = 30;

/** The last mail that went to this address, from whichever account; null where none did lately. */
export async function lastMailTo(
  sql: Sql,
  addressKey: Buffer,
  now: Date,
): Promise<MailOfEvent | null> {
  const [mail] = await sql.rows<MailOfEvent>(
    `SELECT ${COLUMNS} FROM organisation o
     JOIN recipient r ON r.organisation_id = o.id AND r.channel = 'EMAIL' AND r.address_key = $1
     JOIN campaign c ON c.organisation_id = o.id AND c.channel = 'EMAIL' AND c.released_at >= $2::timestamptz - interval '${DAYS} days'
     JOIN message m ON m.campaign_id = c.id AND m.recipient_id = r.id AND m.state IN ('SENT', 'UNKNOWN')
     ORDER BY m.changed_at DESC LIMIT 1`,
    [addressKey, now],
  );
  return mail ?? null;
}

/** Whether this recipient came back, by whatever double opt-in, after an instant. */
export async function cameBackAfter(sql: Sql, recipientId: string, at: Date): Promise<boolean> {
  const rows = await sql.rows(
    'SELECT 1 FROM double_opt_in WHERE recipient_id = $1 AND confirmed_at > $2 LIMIT 1',
    [recipientId, at],
  );
  return rows.length > 0;
}
