import type { RateLimits } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** When something of a campaign may go next; `now` or before: at once. Null: nothing waits, or it is not being sent. */
export async function nextAllowed(
  sql: Sql,
  campaignId: string,
  limits: RateLimits,
  now: Date,
): Promise<Date | null> {
  const [row] = await sql.rows<{ at: Date | null }>('SELECT next_within_limits($1, $2, $3) AS at', [
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
    // From domain to domain: a million messages that wait for one cost one look.
    `WITH RECURSIVE domains AS (
       SELECT '' AS throttled_domain
       UNION ALL
       SELECT (SELECT min(m.throttled_domain) FROM message m
         WHERE m.campaign_id = $1 AND m.throttled_domain > d.throttled_domain AND m.state IN ('QUEUED', 'HANDING_OVER'))
       FROM domains d WHERE d.throttled_domain IS NOT NULL
     ), waiting AS (
       SELECT m.id FROM domains d
       JOIN message m ON m.campaign_id = $1 AND m.throttled_domain = d.throttled_domain AND m.state = 'QUEUED'
       WHERE d.throttled_domain <> '' AND d.throttled_domain <> ALL ($2::text[]) LIMIT $3 FOR UPDATE OF m SKIP LOCKED
     ), taken_out AS (
       UPDATE message m SET throttled_domain = '' FROM waiting w WHERE m.id = w.id RETURNING 1
     ) SELECT count(*)::int AS n FROM taken_out`,
    [campaignId, Object.keys(limits.rates), BATCH],
  );
  return left!.n;
}
