import { type MemberGrant, type Language, SESSION, type SignInMeans } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { GRANTS } from './reach.sql.ts';

/** A member whose session it is. */
export interface SessionOwner {
  readonly sessionId: string;
  readonly memberId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly grants: readonly MemberGrant[];
}

/** Condition for a session `s` that is in force at the instant of the parameter `now`. */
export const SESSION_IN_FORCE = (now: string): string =>
  `(s.ended_at IS NULL AND s.expires_at > ${now} AND s.seen_at > ${now}::timestamptz - interval '${SESSION.idleSeconds} seconds')`;

/** How exactly the last use is kept, in seconds: a write for every click would be many. */
const SEEN_SECONDS = 60;

/** Begins one, with the hash of a secret that is its browser's alone. Gives its id. */
export async function beginSession(
  sql: Sql,
  session: {
    readonly memberId: string;
    readonly secretHash: Buffer;
    readonly means: SignInMeans;
    readonly userAgent: string | null;
    readonly now: Date;
  },
): Promise<string> {
  const [row] = await sql.rows<{ id: string }>(
    `INSERT INTO member_session (member_id, secret_hash, means, user_agent, created_at, seen_at, expires_at)
     VALUES ($1, $2, $3, $4, $5::timestamptz, $5, $5::timestamptz + $6 * interval '1 second') RETURNING id`,
    [
      session.memberId,
      session.secretHash,
      session.means,
      session.userAgent,
      session.now,
      SESSION.absoluteSeconds,
    ],
  );
  return row!.id;
}

/** Whose session this is, and that it is used; null for unknown and ended ones. Asked at each call, so it is a prepared statement. */
export async function useSession(
  sql: Sql,
  secretHash: Buffer,
  now: Date,
): Promise<SessionOwner | null> {
  const [row] = await sql.rows<SessionOwner>(
    `WITH found AS (
       SELECT s.id AS "sessionId", m.id AS "memberId", m.name, m.email, m.language, o.id AS "organisationId",
         o.name AS "organisationName", ${GRANTS('m.id')} AS grants
       FROM member_session s JOIN member m ON m.id = s.member_id AND m.active AND m.accepted_at IS NOT NULL
       JOIN organisation o ON o.id = m.organisation_id WHERE s.secret_hash = $1 AND ${SESSION_IN_FORCE('$2')}
     ), seen AS (
       UPDATE member_session s SET seen_at = $2 FROM found f
       WHERE s.id = f."sessionId" AND s.seen_at < $2::timestamptz - interval '${SEEN_SECONDS} seconds'
     ) SELECT * FROM found`,
    [secretHash, now],
  );
  return row ?? null;
}

/** Whose session one is whose id is known, while it is in force: of what was begun in it. It is not used by this. */
export async function findSessionInForce(
  sql: Sql,
  sessionId: string,
  now: Date,
): Promise<SessionOwner | null> {
  const [row] = await sql.rows<SessionOwner>(
    `SELECT s.id AS "sessionId", m.id AS "memberId", m.name, m.email, m.language, o.id AS "organisationId",
       o.name AS "organisationName", ${GRANTS('m.id')} AS grants
     FROM member_session s JOIN member m ON m.id = s.member_id AND m.active AND m.accepted_at IS NOT NULL
     JOIN organisation o ON o.id = m.organisation_id WHERE s.id = $1 AND ${SESSION_IN_FORCE('$2')}`,
    [sessionId, now],
  );
  return row ?? null;
}

/** What those of these that are still in force give now. Asked again and again while changes are told, so prepared too. */
export async function sessionsInForce(
  sql: Sql,
  sessionIds: readonly string[],
  now: Date,
): Promise<{ readonly id: string; readonly grants: readonly MemberGrant[] }[]> {
  return sql.rows(
    `SELECT s.id, ${GRANTS('m.id')} AS grants FROM member_session s JOIN member m ON m.id = s.member_id AND m.active
     WHERE s.id = ANY ($1::uuid[]) AND ${SESSION_IN_FORCE('$2')}`,
    [sessionIds, now],
  );
}

/** A session as its owner sees it. */
export interface ListedSession {
  readonly id: string;
  readonly means: SignInMeans;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly expiresAt: Date;
}

/** A member's sessions that are in force, the one used last first. */
export async function listSessions(
  sql: Sql,
  memberId: string,
  now: Date,
): Promise<ListedSession[]> {
  return sql.rows(
    `SELECT s.id, s.means, s.user_agent AS "userAgent", s.created_at AS "createdAt", s.seen_at AS "seenAt",
       s.expires_at AS "expiresAt"
     FROM member_session s WHERE s.member_id = $1 AND ${SESSION_IN_FORCE('$2')} ORDER BY s.seen_at DESC, s.id DESC LIMIT 100`,
    [memberId, now],
  );
}

/** Ends a member's session for good, with the review that it opened. False where they have none of that id. */
export async function endSession(
  sql: Sql,
  memberId: string,
  sessionId: string,
  now: Date,
): Promise<boolean> {
  const rows = await sql.rows(
    `UPDATE member_session SET ended_at = coalesce(ended_at, $3) WHERE member_id = $1 AND id = $2 RETURNING 1`,
    [memberId, sessionId, now],
  );
  return rows.length > 0;
}

/** Ends all of a member's sessions but one. Gives how many. */
export async function endOtherSessions(
  sql: Sql,
  memberId: string,
  keptId: string,
  now: Date,
): Promise<number> {
  const rows = await sql.rows(
    `UPDATE member_session SET ended_at = $3 WHERE member_id = $1 AND id <> $2 AND ended_at IS NULL RETURNING 1`,
    [memberId, keptId, now],
  );
  return rows.length;
}
