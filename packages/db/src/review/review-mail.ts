import { type Language, type Mailbox, REVIEW_LINK_SECONDS } from '@adieu/domain';
import { MAILBOX } from '../senders/mailbox.sql.ts';
import { ACCOUNT_ZONE } from '../organisation/account-zone.sql.ts';
import type { Sql } from '../sql.ts';

export interface ReviewLinkMail {
  readonly email: string;
  readonly language: Language;
  readonly organisationName: string;
  readonly from: Mailbox | null;
  /** Of the organisation's first account, which sends it. */
  readonly accountTimeZone: string;
  readonly expiresAt: Date;
}

/** What the mail with a way in says, and to whom; null where it was sent, has ended, or the person decides no more. */
export async function reviewLinkForMail(
  sql: Sql,
  id: string,
  now: Date,
): Promise<ReviewLinkMail | null> {
  const [row] = await sql.rows<ReviewLinkMail>(
    `SELECT p.email, p.language, o.name AS "organisationName", ${MAILBOX('a.id')} AS "from",
       ${ACCOUNT_ZONE('a')} AS "accountTimeZone",
       l.expires_at AS "expiresAt"
     FROM review_link l JOIN member p ON p.id = l.member_id AND p.active AND p.accepted_at IS NOT NULL
     JOIN organisation o ON o.id = p.organisation_id
     JOIN LATERAL (SELECT id, time_zone, country FROM account WHERE organisation_id = o.id ORDER BY id LIMIT 1) a ON true
     WHERE l.id = $1 AND l.sent_at IS NULL AND l.revoked_at IS NULL AND l.expires_at > $2`,
    [id, now],
  );
  return row ?? null;
}

/** Arms the link before the mail is handed over: one that arrives must work. */
export async function armReviewLink(sql: Sql, id: string, tokenHash: Buffer): Promise<void> {
  await sql.rows('UPDATE review_link SET token_hash = $2 WHERE id = $1', [id, tokenHash]);
}

/** Remembers that the mail was taken over, so that a repeated activity does not send it twice. */
export async function markReviewLinkSent(sql: Sql, id: string, now: Date): Promise<void> {
  await sql.rows('UPDATE review_link SET sent_at = $2 WHERE id = $1', [id, now]);
}

/** Arms the link of a digest, which bears the digest's own id: claimed and handed over again, it is the same link. */
export async function armDigestLink(
  sql: Sql,
  link: {
    readonly digestId: string;
    readonly memberId: string;
    readonly tokenHash: Buffer;
    readonly now: Date;
  },
): Promise<void> {
  await sql.rows(
    `INSERT INTO review_link (id, member_id, purpose, token_hash, created_at, expires_at)
     VALUES ($1, $2, 'REVIEW', $3, $4::timestamptz, $4::timestamptz + $5 * interval '1 second') ON CONFLICT (id) DO NOTHING`,
    [link.digestId, link.memberId, link.tokenHash, link.now, REVIEW_LINK_SECONDS.REVIEW],
  );
}
