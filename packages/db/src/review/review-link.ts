import { type Language, REVIEW_LINK_SECONDS, type ReviewLinkPurpose } from '@adieu/domain';
import { ACCOUNT_ZONE } from '../organisation/account-zone.sql.ts';
import type { Sql } from '../sql.ts';

export interface ReviewLink {
  readonly id: string;
  readonly memberId: string;
  readonly memberName: string;
  readonly language: Language;
  readonly organisationId: string;
  readonly organisationName: string;
  /** Of the organisation's first account, which sends its people their mails. */
  readonly accountTimeZone: string;
  readonly expiresAt: Date;
}

const IN_FORCE = `
  SELECT l.id, p.id AS "memberId", p.name AS "memberName", p.language, o.id AS "organisationId",
    o.name AS "organisationName", l.expires_at AS "expiresAt",
    (SELECT ${ACCOUNT_ZONE('a')} FROM account a WHERE a.organisation_id = o.id ORDER BY a.id LIMIT 1) AS "accountTimeZone"
  FROM review_link l JOIN member p ON p.id = l.member_id AND p.active
  JOIN organisation o ON o.id = p.organisation_id
  WHERE l.token_hash = $1 AND l.purpose = $2 AND l.expires_at > $3 AND l.revoked_at IS NULL`;

/** What a link opens; null for unknown, ended and foreign ones, and where its person is gone or inactive. Changes nothing. */
export async function findReviewLink(
  sql: Sql,
  purpose: ReviewLinkPurpose,
  tokenHash: Buffer,
  now: Date,
): Promise<ReviewLink | null> {
  const [row] = await sql.rows<ReviewLink>(IN_FORCE, [tokenHash, purpose, now]);
  return row ?? null;
}

/**
 * Leads from a way in to a review of its own, in the caller's transaction; pressed twice, to the same one. Gives the
 * review's id, which the caller arms; null where the way in opens nothing.
 */
export async function openReview(sql: Sql, tokenHash: Buffer, now: Date): Promise<string | null> {
  const [link] = await sql.rows<ReviewLink & { openedId: string | null }>(
    `SELECT i.*, l.opened_id AS "openedId" FROM (${IN_FORCE}) i JOIN review_link l ON l.id = i.id FOR UPDATE OF l`,
    [tokenHash, 'SIGN_IN', now],
  );
  if (link === undefined) return null;
  if (link.openedId !== null) return link.openedId;
  const [opened] = await sql.rows<{ id: string }>(
    `WITH opened AS (
       INSERT INTO review_link (member_id, purpose, created_at, expires_at)
       VALUES ($2, 'REVIEW', $3::timestamptz, $3::timestamptz + $4 * interval '1 second') RETURNING id
     ) UPDATE review_link l SET opened_id = o.id FROM opened o WHERE l.id = $1 RETURNING o.id`,
    [link.id, link.memberId, now, REVIEW_LINK_SECONDS.REVIEW],
  );
  return opened!.id;
}

/** Ends a link for good. */
export async function revokeReviewLink(sql: Sql, id: string, now: Date): Promise<void> {
  await sql.rows('UPDATE review_link SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL', [
    id,
    now,
  ]);
}
