import type { Sql } from '../sql.ts';

/** An office may share one origin; a machine that tries addresses out gets no further. */
const MOST_IN_AN_HOUR = 10;

/**
 * Counts that an origin asked for a way in, in the caller's transaction; false, and not counted, where it asked too often.
 * The same work whatever address was asked for: it is what the answer waits for. Keys are forgotten after an hour, here.
 */
export async function countSignInAsk(sql: Sql, originKey: Buffer, now: Date): Promise<boolean> {
  await sql.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 727004))', [
    originKey.toString('hex'),
  ]);
  const [recent] = await sql.rows<{ n: number }>(
    `SELECT count(*)::int AS n FROM sign_in_ask WHERE origin_key = $1 AND at > $2::timestamptz - interval '1 hour'`,
    [originKey, now],
  );
  if (recent!.n >= MOST_IN_AN_HOUR) return false;
  await sql.rows(
    `WITH forgotten AS (
       DELETE FROM sign_in_ask WHERE ctid IN (
         SELECT ctid FROM sign_in_ask WHERE at <= $2::timestamptz - interval '1 hour' LIMIT 100 FOR UPDATE SKIP LOCKED)
     ) INSERT INTO sign_in_ask (origin_key, at) VALUES ($1, $2)`,
    [originKey, now],
  );
  return true;
}
