import type { Sql } from '../sql.ts';

/** How long the words of a decision are kept beside the request's own, in days. */
const PLANS_KEPT_DAYS = 30;

/** Deletes up to `limit` links that ended a day ago: until then they count towards the limits. Gives how many. */
export async function purgeReviewLinks(sql: Sql, now: Date, limit: number): Promise<number> {
  const gone = await sql.rows(
    `DELETE FROM review_link WHERE id IN (
       SELECT id FROM review_link WHERE expires_at < $1::timestamptz - interval '1 day' LIMIT $2 FOR UPDATE SKIP LOCKED)
     RETURNING 1`,
    [now, limit],
  );
  return gone.length;
}

/** Deletes up to `limit` decisions from the review that were carried out or undone long ago. Gives how many. */
export async function purgePlans(sql: Sql, now: Date, limit: number): Promise<number> {
  const gone = await sql.rows(
    `DELETE FROM planned_decision WHERE id IN (
       SELECT id FROM planned_decision WHERE ended_at < $1::timestamptz - interval '${PLANS_KEPT_DAYS} days'
       LIMIT $2 FOR UPDATE SKIP LOCKED)
     RETURNING 1`,
    [now, limit],
  );
  return gone.length;
}
