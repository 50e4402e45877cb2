import type { Sql } from '../sql.ts';

/** What an OpenID provider says of somebody, after its token was checked. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** In its normal form; null where the provider names none, or does not say that it was verified. */
  readonly verifiedEmail: string | null;
}

/**
 * The members as whom somebody may come in: those bound to the identity, else those with its verified address, who are
 * bound to it with this commit and accept their invitation by it. One in each organisation; the one that was used last
 * first. In the caller's transaction.
 */
export async function membersOfIdentity(
  sql: Sql,
  { issuer, subject, verifiedEmail }: Identity,
  now: Date,
): Promise<string[]> {
  if (verifiedEmail !== null) await sql.rows(BIND, [issuer, subject, verifiedEmail, now]);
  const rows = await sql.rows<{ id: string }>(
    `SELECT m.id FROM member_identity x JOIN member m ON m.id = x.member_id AND m.active AND m.accepted_at IS NOT NULL
     WHERE x.issuer = $1 AND x.subject = $2
     ORDER BY (SELECT max(s.seen_at) FROM member_session s WHERE s.member_id = m.id) DESC NULLS LAST, m.id`,
    [issuer, subject],
  );
  return rows.map(({ id }) => id);
}

// A member whom this provider knows by another subject already is not bound anew: an address can be given to somebody else.
const BIND = `
  WITH theirs AS (
    SELECT m.id FROM member m LEFT JOIN invitation i ON i.member_id = m.id
    WHERE m.email = $3 AND m.active AND (m.accepted_at IS NOT NULL OR i.expires_at > $4)
      AND NOT EXISTS (SELECT FROM member_identity x JOIN member k ON k.id = x.member_id
        WHERE x.issuer = $1 AND x.subject = $2 AND k.organisation_id = m.organisation_id)
    FOR UPDATE OF m
  ), bound AS (
    INSERT INTO member_identity (member_id, issuer, subject, created_at)
    SELECT t.id, $1, $2, $4::timestamptz FROM theirs t ON CONFLICT ON CONSTRAINT member_identity_once DO NOTHING RETURNING member_id
  ), used AS (
    DELETE FROM invitation i USING bound b WHERE i.member_id = b.member_id
  )
  UPDATE member m SET accepted_at = $4 FROM bound b WHERE m.id = b.member_id AND m.accepted_at IS NULL`;
