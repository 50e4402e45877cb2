import { SESSION } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** Deletes up to `limit` sessions that are over, and the reviews they opened. Gives how many. */
export async function purgeSessions(sql: Sql, now: Date, limit: number): Promise<number> {
  const gone = await sql.rows(
    `DELETE FROM member_session WHERE id IN (
       SELECT id FROM member_session WHERE expires_at <= $1 OR ended_at <= $1
         OR seen_at <= $1::timestamptz - interval '${SESSION.idleSeconds} seconds' LIMIT $2 FOR UPDATE SKIP LOCKED)
     RETURNING 1`,
    [now, limit],
  );
  return gone.length;
}

/** Deletes up to `limit` people who were invited and did not accept for a month after the invitation's end. Gives how many. */
export async function purgeInvited(sql: Sql, now: Date, limit: number): Promise<number> {
  const gone = await sql.rows(
    `DELETE FROM member WHERE accepted_at IS NULL AND id IN (
       SELECT member_id FROM invitation WHERE expires_at <= $1::timestamptz - interval '30 days' LIMIT $2)
     RETURNING 1`,
    [now, limit],
  );
  return gone.length;
}
