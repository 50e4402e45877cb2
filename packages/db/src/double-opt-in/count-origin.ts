import { isTooMany, type RecentStarts } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/**
 * Counts one more request of an origin, in the caller's transaction; false, and not counted, where it would be too many
 * (D-8). Keys are forgotten after a day, here, so that nothing but requests themselves must run for it.
 */
export async function countOrigin(sql: Sql, originKey: Buffer, now: Date): Promise<boolean> {
  // Requests of one origin are counted one after the other. Whoever waits here holds their recipient's lock alone: no cycle.
  await sql.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 727003))', [
    originKey.toString('hex'),
  ]);
  const [recent] = await sql.rows<RecentStarts>(
    `SELECT count(*)::int AS "inDay", count(*) FILTER (WHERE at > $2::timestamptz - interval '10 minutes')::int AS "inWindow"
     FROM double_opt_in_origin WHERE origin_key = $1 AND at > $2::timestamptz - interval '1 day'`,
    [originKey, now],
  );
  if (isTooMany('origin', recent!)) return false;
  await sql.rows(
    `WITH forgotten AS (
       DELETE FROM double_opt_in_origin WHERE ctid IN (
         SELECT ctid FROM double_opt_in_origin WHERE at <= $2::timestamptz - interval '1 day' LIMIT 100 FOR UPDATE SKIP LOCKED)
     ) INSERT INTO double_opt_in_origin (origin_key, at) VALUES ($1, $2)`,
    [originKey, now],
  );
  return true;
}
