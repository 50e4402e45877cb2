import { REVIEWS } from '../members/reach.sql.ts';
import type { Sql } from '../sql.ts';

/**
 * The members who decide and whose period is over, whether or not something waits for them. Whose last digest lies further ahead
 * than a period was told by a clock that ran ahead: they are put back to now, so that they wait one period and no longer.
 */
export async function membersDue(sql: Sql, now: Date): Promise<string[]> {
  await sql.rows(
    `UPDATE member SET last_digest_at = $1 WHERE last_digest_at > $1::timestamptz + digest_seconds * interval '1 second'`,
    [now],
  );
  const rows = await sql.rows<{ id: string }>(
    `SELECT id FROM member
     WHERE ${REVIEWS('id')} IS DISTINCT FROM '{}' AND (last_digest_at IS NULL OR last_digest_at + digest_seconds * interval '1 second' <= $1) ORDER BY id`,
    [now],
  );
  return rows.map(({ id }) => id);
}
