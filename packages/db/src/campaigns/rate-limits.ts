import type { RateLimits } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** When something of a campaign may go next; `now` or before: at once. Null: nothing waits, or it is not being sent. */
export async function nextAllowed(
  sql: Sql,
  campaignId: string,
  limits: RateLimits,
  now: Date,
): Promise<Date | null> {
  const [row] = await sql.rows<{ at: Date | null }>('SELECT next_paced($1, $2, $3) AS at', [
    campaignId,
    now,
    JSON.stringify(limits),
  ]);
  return row!.at;
}

const BATCH = 10_000;

/**
 * Takes up to ten thousand messages out of the limits of domains that are throttled no more, so that they are looked at anew;
 * gives how many. Repeat until it gives 0.
 */
export async function leaveOldLimits(
  sql: Sql,
  campaignId: string,
  limits: RateLimits,
): Promise<number> {
  const [left] = await sql.rows<{ n: number }>(
    // From lane to lane: a million messages that wait in one cost one look.
    `WITH RECURSIVE lanes AS (
       SELECT '' AS lane
       UNION ALL
       SELECT (SELECT min(m.lane) FROM message m
         WHERE m.campaign_id = $1 AND m.lane > l.lane AND m.state IN ('QUEUED', 'HANDING_OVER')) FROM lanes l WHERE l.lane IS NOT NULL
     ), waiting AS (
       SELECT m.id FROM lanes l JOIN message m ON m.campaign_id = $1 AND m.lane = l.lane AND m.state = 'QUEUED'
       WHERE l.lane <> '' AND l.lane <> ALL ($2::text[]) LIMIT $3 FOR UPDATE OF m SKIP LOCKED
     ), left_lane AS (
       UPDATE message m SET lane = '' FROM waiting w WHERE m.id = w.id RETURNING 1
     ) SELECT count(*)::int AS n FROM left_lane`,
    [campaignId, Object.keys(limits.rates), BATCH],
  );
  return left!.n;
}
