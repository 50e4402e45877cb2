import type { Language, ReviewLinkPurpose } from '@adieu/domain';
import { REVIEWS } from '../members/reach.sql.ts';
import { SESSION_IN_FORCE } from '../members/sessions.ts';
import { ACCOUNT_ZONE } from '../organisation/account-zone.sql.ts';
import type { Sql } from '../sql.ts';

/** Whose requests somebody reviews. */
export interface Reviewed {
  readonly organisationId: string;
  /** Null: of all its accounts, and of none. */
  readonly accountIds: readonly string[] | null;
}

export interface ReviewLink extends Reviewed {
  readonly id: string;
  readonly memberId: string;
  readonly memberName: string;
  readonly language: Language;
  /** Of the session that opened it; null where it was mailed. */
  readonly sessionId: string | null;
  readonly organisationName: string;
  /** Of the organisation's first account, which sends its people their mails. */
  readonly accountTimeZone: string;
  readonly expiresAt: Date;
}

const IN_FORCE = `
  SELECT l.id, p.id AS "memberId", p.name AS "memberName", p.language, o.id AS "organisationId",
    o.name AS "organisationName", l.expires_at AS "expiresAt", l.session_id AS "sessionId", v.accounts AS "accountIds",
    (SELECT ${ACCOUNT_ZONE('a')} FROM account a WHERE a.organisation_id = o.id ORDER BY a.id LIMIT 1) AS "accountTimeZone"
  FROM review_link l JOIN member p ON p.id = l.member_id AND p.active
  JOIN organisation o ON o.id = p.organisation_id
  LEFT JOIN member_session s ON s.id = l.session_id CROSS JOIN LATERAL (SELECT ${REVIEWS('p.id')} AS accounts) v
  WHERE l.token_hash = $1 AND l.purpose = $2 AND l.expires_at > $3 AND l.revoked_at IS NULL
    AND p.accepted_at IS NOT NULL AND (l.purpose = 'SIGN_IN' OR v.accounts IS DISTINCT FROM '{}')
    AND (l.session_id IS NULL OR ${SESSION_IN_FORCE('$3')})`;

/**
 * What a link opens; null for unknown, ended and foreign ones, and where its member is gone or inactive, decides
 * nothing any more, or ended the session that opened it. Changes nothing.
 */
export async function findReviewLink(
  sql: Sql,
  purpose: ReviewLinkPurpose,
  tokenHash: Buffer,
  now: Date,
): Promise<ReviewLink | null> {
  const [row] = await sql.rows<ReviewLink>(IN_FORCE, [tokenHash, purpose, now]);
  return row ?? null;
}

/** Uses a mailed way in up, in the caller's transaction; gives whose it was, and null where it opens nothing (any more). */
export async function useSignIn(sql: Sql, tokenHash: Buffer, now: Date): Promise<string | null> {
  const [link] = await sql.rows<ReviewLink>(
    `SELECT i.* FROM (${IN_FORCE}) i JOIN review_link l ON l.id = i.id AND l.revoked_at IS NULL FOR UPDATE OF l`,
    [tokenHash, 'SIGN_IN', now],
  );
  if (link === undefined) return null;
  await revokeReviewLink(sql, link.id, now);
  return link.memberId;
}

/** The review of a session, which lives as long as the session; asked for twice, the same. Gives its id, which the caller arms. */
export async function reviewOfSession(
  sql: Sql,
  session: { readonly sessionId: string; readonly memberId: string },
): Promise<string> {
  const [link] = await sql.rows<{ id: string }>(
    `INSERT INTO review_link (member_id, purpose, session_id, created_at, expires_at)
     SELECT $1, 'REVIEW', s.id, s.created_at, s.expires_at FROM member_session s WHERE s.id = $2
     ON CONFLICT (session_id) DO UPDATE SET revoked_at = NULL RETURNING id`,
    [session.memberId, session.sessionId],
  );
  return link!.id;
}

/** Ends a link for good. */
export async function revokeReviewLink(sql: Sql, id: string, now: Date): Promise<void> {
  await sql.rows('UPDATE review_link SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL', [
    id,
    now,
  ]);
}

/** Whose requests a member reviews; null where they decide about none. */
export async function reviewedBy(sql: Sql, memberId: string): Promise<Reviewed | null> {
  const [row] = await sql.rows<Reviewed>(
    `SELECT m.organisation_id AS "organisationId", v.accounts AS "accountIds" FROM member m
     CROSS JOIN LATERAL (SELECT ${REVIEWS('m.id')} AS accounts) v WHERE m.id = $1 AND v.accounts IS DISTINCT FROM '{}'`,
    [memberId],
  );
  return row ?? null;
}
