import type { Channel, Mailbox, ScopeKind } from '@adieu/domain';
import { IMPRINT_LINES } from '../brand/imprint-lines.sql.ts';
import { OWN_ZONE } from '../contacts/own-zone.sql.ts';
import { MAILBOX } from '../senders/mailbox.sql.ts';
import { ACCOUNT_ZONE } from '../organisation/account-zone.sql.ts';
import type { Sql } from '../sql.ts';

export interface DoubleOptInMail {
  readonly id: string;
  readonly channel: Channel;
  readonly organisationId: string;
  readonly accountId: string;
  readonly addressKey: Buffer;
  /** By SMS: what asks for the second word. Null where nothing can be sent from. */
  readonly smsSender: string | null;
  readonly organisationName: string;
  readonly accountName: string;
  readonly from: Mailbox | null;
  /** Who answers for it, line by line, as the account's brand says. */
  readonly imprint: readonly string[];
  readonly address: string;
  readonly language: string;
  /** The recipient's own, as a contact's field says it, not checked; null where none does. */
  readonly timeZone: string | null;
  readonly accountTimeZone: string;
  readonly scopeKind: ScopeKind;
  readonly scopeName: string;
  readonly declaration: string;
  readonly expiresAt: Date;
  /** When the mail server took the mail over; null before. */
  readonly sentAt: Date | null;
}

/** What the confirmation mail says, and to whom; null where it is gone, confirmed, or the address was erased. */
export async function doubleOptInForMail(sql: Sql, id: string): Promise<DoubleOptInMail | null> {
  const [row] = await sql.rows<DoubleOptInMail>(
    `SELECT d.id, d.channel, d.organisation_id AS "organisationId", d.account_id AS "accountId", d.address_key AS "addressKey",
       CASE WHEN d.channel = 'SMS' THEN coalesce(d.answered_to, (SELECT s.address FROM sender s
         WHERE s.id = sender_for(a.id, CASE d.scope_kind WHEN 'BOOK' THEN d.scope_id END, 'SMS'))) END AS "smsSender",
       o.name AS "organisationName", a.name AS "accountName", ${MAILBOX('a.id', "CASE d.scope_kind WHEN 'BOOK' THEN d.scope_id END")} AS "from", r.address,
       d.language, ${OWN_ZONE('r.id')} AS "timeZone", ${ACCOUNT_ZONE('a')} AS "accountTimeZone",
       d.scope_kind AS "scopeKind", d.scope_name AS "scopeName", d.declaration, d.expires_at AS "expiresAt", d.sent_at AS "sentAt",
       ${IMPRINT_LINES('a.id')} AS imprint
     FROM double_opt_in d
     JOIN organisation o ON o.id = d.organisation_id
     JOIN account a ON a.id = d.account_id
     JOIN recipient r ON r.id = d.recipient_id
     WHERE d.id = $1 AND d.confirmed_at IS NULL AND r.address IS NOT NULL`,
    [id],
  );
  return row ?? null;
}

/**
 * Arms the link. Called before the mail is handed over: a link that arrives must work, and one that was armed for a
 * mail that never left opens nothing for anybody, since nobody has it.
 */
export async function armDoubleOptIn(
  sql: Sql,
  mail: { id: string; tokenHash: Buffer; messageId: string; answeredTo?: string; now: Date },
): Promise<void> {
  await sql.rows(
    `UPDATE double_opt_in SET token_hash = $2, mail_message_id = $3, mailed_at = coalesce(mailed_at, $4), answered_to = $5
     WHERE id = $1 AND confirmed_at IS NULL`,
    [mail.id, mail.tokenHash, mail.messageId, mail.now, mail.answeredTo ?? null],
  );
}

/** Deletes a double opt-in that nobody confirmed in time (D-5); a confirmed one is kept. True where one was deleted. */
export async function expireDoubleOptIn(sql: Sql, id: string, now: Date): Promise<boolean> {
  return (await expire(sql, id, now, 1)) > 0;
}

/** The same for up to `limit` that are overdue: those whose workflow was lost too. Gives how many. */
export async function expireDoubleOptIns(sql: Sql, now: Date, limit: number): Promise<number> {
  return expire(sql, null, now, limit);
}

async function expire(sql: Sql, id: string | null, now: Date, limit: number): Promise<number> {
  const rows = await sql.rows(
    `WITH gone AS (
       DELETE FROM double_opt_in WHERE id IN (
         SELECT id FROM double_opt_in
         WHERE ($1::uuid IS NULL OR id = $1::uuid) AND confirmed_at IS NULL AND expires_at <= $2::timestamptz
         LIMIT $3 FOR UPDATE SKIP LOCKED)
       RETURNING *
     )
     INSERT INTO ledger_event (organisation_id, at, type, recipient_id, address_key, channel, scope_kind, scope_id,
       actor_kind, detail)
     SELECT organisation_id, $2::timestamptz, 'DOUBLE_OPT_IN_EXPIRED', recipient_id, address_key, channel, scope_kind,
       scope_id, 'TIMER', jsonb_build_object('doubleOptInId', id) FROM gone RETURNING 1`,
    [id, now, limit],
  );
  return rows.length;
}

/** Remembers that the mail was taken over, so that a repeated activity does not send it twice. */
export async function markDoubleOptInMailed(sql: Sql, id: string, now: Date): Promise<void> {
  await sql.rows('UPDATE double_opt_in SET sent_at = $2 WHERE id = $1', [id, now]);
}

/** Double opt-ins that nobody confirmed, which should each have a workflow: requested before `requestedBefore`. By id, after `afterId`. */
export async function openDoubleOptIns(
  sql: Sql,
  query: { requestedBefore: Date; limit: number; afterId: string | null },
): Promise<{ id: string; expiresAt: Date }[]> {
  return sql.rows(
    `SELECT id, expires_at AS "expiresAt" FROM double_opt_in
     WHERE confirmed_at IS NULL AND requested_at < $1 AND id > coalesce($3::uuid, '00000000-0000-0000-0000-000000000000')
     ORDER BY id LIMIT $2`,
    [query.requestedBefore, query.limit, query.afterId],
  );
}
