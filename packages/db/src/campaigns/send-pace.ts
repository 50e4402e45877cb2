import type { PaceOfClaim } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** When something of a campaign may go next, `now` or before: at once. Null: nothing is due, or it is not being sent. */
export async function nextPaced(
  sql: Sql,
  campaignId: string,
  pace: PaceOfClaim,
  now: Date,
): Promise<Date | null> {
  const [row] = await sql.rows<{ at: Date | null }>('SELECT next_paced($1, $2, $3) AS at', [
    campaignId,
    now,
    JSON.stringify(pace),
  ]);
  return row!.at;
}

const BATCH = 10_000;

/**
 * Takes up to ten thousand messages out of the lines of domains that are throttled no more, so that they are sorted anew; gives
 * how many. Repeat until it gives 0.
 */
export async function leaveOldLanes(
  sql: Sql,
  campaignId: string,
  pace: PaceOfClaim,
): Promise<number> {
  const [left] = await sql.rows<{ n: number }>(
    `WITH old_lanes AS (
       SELECT id FROM message WHERE campaign_id = $1 AND state = 'QUEUED' AND lane > '' AND lane <> ALL ($2::text[])
       LIMIT $3 FOR UPDATE SKIP LOCKED
     ), sorted AS (
       UPDATE message m SET lane = '' FROM old_lanes o WHERE m.id = o.id RETURNING 1
     ) SELECT count(*)::int AS n FROM sorted`,
    [campaignId, Object.keys(pace.lanes), BATCH],
  );
  return left!.n;
}
