import type { Language, Mailbox } from '@adieu/domain';
import { ACCOUNT_ZONE } from '../organisation/account-zone.sql.ts';
import { MAILBOX } from '../senders/mailbox.sql.ts';
import type { Sql } from '../sql.ts';

/** What an invitation's link shows before it is accepted. */
export interface Invitation {
  readonly id: string;
  readonly memberId: string;
  readonly memberName: string;
  readonly language: Language;
  readonly organisationName: string;
  readonly accountTimeZone: string;
  readonly invitedBy: string;
  readonly expiresAt: Date;
}

export interface InvitationMail extends Invitation {
  readonly email: string;
  /** Of the organisation's first account, which sends it. */
  readonly from: Mailbox | null;
}

// An organisation without an account has nobody to send its mails yet.
const INVITATIONS = `
  SELECT i.id, m.id AS "memberId", m.name AS "memberName", m.email, m.language, o.name AS "organisationName",
    i.invited_by AS "invitedBy", i.expires_at AS "expiresAt", ${MAILBOX('a.id')} AS "from", ${ACCOUNT_ZONE('a')} AS "accountTimeZone"
  FROM invitation i JOIN member m ON m.id = i.member_id AND m.active AND m.accepted_at IS NULL
  JOIN organisation o ON o.id = m.organisation_id
  JOIN LATERAL (SELECT id, time_zone, country FROM account WHERE organisation_id = o.id ORDER BY id LIMIT 1) a ON true`;

/** What the mail says, and to whom; null where it was sent, has ended, or was accepted or taken back. */
export async function invitationForMail(
  sql: Sql,
  id: string,
  now: Date,
): Promise<InvitationMail | null> {
  const [row] = await sql.rows<InvitationMail>(
    `${INVITATIONS} WHERE i.id = $1 AND i.sent_at IS NULL AND i.expires_at > $2`,
    [id, now],
  );
  return row ?? null;
}

/** Arms the link before the mail is handed over: one that arrives must work. */
export async function armInvitation(sql: Sql, id: string, tokenHash: Buffer): Promise<void> {
  await sql.rows('UPDATE invitation SET token_hash = $2 WHERE id = $1', [id, tokenHash]);
}

/** Remembers that the mail was taken over, so that a repeated activity does not send it twice. */
export async function markInvitationSent(sql: Sql, id: string, now: Date): Promise<void> {
  await sql.rows('UPDATE invitation SET sent_at = $2 WHERE id = $1', [id, now]);
}

/** What a link opens; null for unknown, ended, accepted and withdrawn ones. Changes nothing. */
export async function findInvitation(
  sql: Sql,
  tokenHash: Buffer,
  now: Date,
): Promise<Invitation | null> {
  const [row] = await sql.rows<Invitation>(
    `${INVITATIONS} WHERE i.token_hash = $1 AND i.expires_at > $2`,
    [tokenHash, now],
  );
  return row ?? null;
}

/** Accepts: from now on they are a member. Works once; gives who, or null where the link opens nothing. In the caller's transaction. */
export async function acceptInvitation(
  sql: Sql,
  tokenHash: Buffer,
  now: Date,
): Promise<string | null> {
  const [row] = await sql.rows<{ id: string }>(
    `WITH used AS (DELETE FROM invitation WHERE token_hash = $1 AND expires_at > $2 RETURNING member_id)
     UPDATE member m SET accepted_at = $2 FROM used u WHERE m.id = u.member_id AND m.active AND m.accepted_at IS NULL RETURNING m.id`,
    [tokenHash, now],
  );
  return row?.id ?? null;
}
