import type { Mailbox } from '@adieu/domain';
import { IMPRINT_LINES } from '../brand/imprint-lines.sql.ts';
import { postAll } from '../outbox/post.ts';
import { OWN_ZONE } from '../contacts/own-zone.sql.ts';
import { MAILBOX } from '../senders/mailbox.sql.ts';
import { ACCOUNT_ZONE } from '../organisation/account-zone.sql.ts';
import type { Sql } from '../sql.ts';

/** How long a link to somebody's own data works, in hours. */
const LINK_HOURS = 24;
/** As for double opt-ins: one mail in ten minutes and three in a day for one address (D-8). */
const PAUSE_MINUTES = 10;
const MOST_IN_A_DAY = 3;

export interface DataLinkRequest {
  readonly recipientId: string;
  readonly accountId: string;
  readonly language: string;
  readonly now: Date;
}

/**
 * Asks for a mail with a link to one's own data, in the caller's transaction. It goes to the address itself, so whoever
 * asks need not be who they say. False where too many were asked for, and where no mail reaches the address: to be answered like success.
 */
export async function askForData(sql: Sql, request: DataLinkRequest): Promise<boolean> {
  const { recipientId, accountId, language, now } = request;
  const known = await sql.rows(
    `SELECT 1 FROM recipient WHERE id = $1 AND address IS NOT NULL AND channel = 'EMAIL' FOR NO KEY UPDATE`,
    [recipientId],
  );
  if (known.length === 0) return false;
  const [recent] = await sql.rows<{ today: number; justNow: number }>(
    `SELECT count(*)::int AS today, count(*) FILTER (WHERE asked_at > $2::timestamptz - $3 * interval '1 minute')::int AS "justNow"
     FROM data_link WHERE recipient_id = $1 AND asked_at > $2::timestamptz - interval '1 day'`,
    [recipientId, now, PAUSE_MINUTES],
  );
  if (recent!.today >= MOST_IN_A_DAY || recent!.justNow > 0) return false;
  const expiresAt = new Date(now.getTime() + LINK_HOURS * 3_600_000);
  const [row] = await sql.rows<{ id: string }>(
    `INSERT INTO data_link (recipient_id, account_id, language, asked_at, expires_at)
     VALUES ($1, $2, $3, $4, $5) RETURNING id`,
    [recipientId, accountId, language, now, expiresAt],
  );
  await postAll(sql, [
    { kind: 'data-link.asked', id: row!.id, expiresAt: expiresAt.toISOString() },
  ]);
  return true;
}

export interface DataLink {
  readonly id: string;
  readonly recipientId: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly accountId: string;
  readonly accountName: string;
  /** Null once it was erased. */
  readonly address: string | null;
  readonly language: string;
  readonly expiresAt: Date;
}

const COLUMNS = `
  d.id, d.recipient_id AS "recipientId", r.organisation_id AS "organisationId", o.name AS "organisationName",
  a.id AS "accountId", a.name AS "accountName", r.address, d.language, d.expires_at AS "expiresAt"`;
const FROM = `
  FROM data_link d JOIN recipient r ON r.id = d.recipient_id
  JOIN organisation o ON o.id = r.organisation_id JOIN account a ON a.id = d.account_id`;

/** What a link opens; null for unknown and ended ones. Changes nothing. */
export async function findDataLink(
  sql: Sql,
  tokenHash: Buffer,
  now: Date,
): Promise<DataLink | null> {
  const [row] = await sql.rows<DataLink>(
    `SELECT ${COLUMNS} ${FROM} WHERE d.token_hash = $1 AND d.expires_at > $2`,
    [tokenHash, now],
  );
  return row ?? null;
}

export interface DataLinkMail extends DataLink {
  /** The recipient's own, as a contact's field says it, not checked; null where none does. */
  readonly timeZone: string | null;
  readonly accountTimeZone: string;
  readonly address: string;
  readonly from: Mailbox | null;
  /** Who answers for it, line by line, as the account's brand says. */
  readonly imprint: readonly string[];
}

/** What the mail says, and to whom; null where it was sent already, is gone, or the address was erased. */
export async function dataLinkForMail(sql: Sql, id: string): Promise<DataLinkMail | null> {
  const [row] = await sql.rows<DataLinkMail>(
    `SELECT ${COLUMNS}, ${OWN_ZONE('r.id')} AS "timeZone", ${ACCOUNT_ZONE('a')} AS "accountTimeZone", ${MAILBOX('a.id')} AS "from", ${IMPRINT_LINES('a.id')} AS imprint ${FROM}
     WHERE d.id = $1 AND d.sent_at IS NULL AND r.address IS NOT NULL`,
    [id],
  );
  return row ?? null;
}

/** Arms the link before the mail is handed over: one that arrives must work. */
export async function armDataLink(sql: Sql, id: string, tokenHash: Buffer): Promise<void> {
  await sql.rows('UPDATE data_link SET token_hash = $2 WHERE id = $1', [id, tokenHash]);
}

/** Remembers that the mail was taken over, so that a repeated activity does not send it twice. */
export async function markDataLinkSent(sql: Sql, id: string, now: Date): Promise<void> {
  await sql.rows('UPDATE data_link SET sent_at = $2 WHERE id = $1', [id, now]);
}

/** Deletes a link that has ended. */
export async function expireDataLink(sql: Sql, id: string, now: Date): Promise<void> {
  await sql.rows('DELETE FROM data_link WHERE id = $1 AND expires_at <= $2', [id, now]);
}

/** Links that were not deleted yet, which should each have a workflow: asked for before `askedBefore`. By id, after `afterId`. */
export async function openDataLinks(
  sql: Sql,
  query: { askedBefore: Date; limit: number; afterId: string | null },
): Promise<{ id: string; expiresAt: Date }[]> {
  return sql.rows(
    `SELECT id, expires_at AS "expiresAt" FROM data_link
     WHERE asked_at < $1 AND id > coalesce($3::uuid, '00000000-0000-0000-0000-000000000000')
     ORDER BY id LIMIT $2`,
    [query.askedBefore, query.limit, query.afterId],
  );
}
