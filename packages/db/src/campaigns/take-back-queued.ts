import type { Sql } from '../sql.ts';

const BATCH = 10_000;

/** Stops up to ten thousand queued or held messages of a cancelled campaign; gives how many. Repeat until it gives 0. */
export async function takeBackQueued(sql: Sql, campaignId: string, now: Date): Promise<number> {
  const [taken] = await sql.rows<{ n: number }>(
    `WITH queued AS (
       SELECT m.id FROM message m JOIN campaign c ON c.id = m.campaign_id
       WHERE m.campaign_id = $1 AND m.state IN ('QUEUED', 'HELD') AND c.state = 'CANCELLED'
       ORDER BY m.throttled_domain, m.due_at, m.id LIMIT $3 FOR UPDATE OF m
     ), taken AS (
       UPDATE message m SET state = 'STOPPED', stopped_by = 'CANCELLED', throttled_domain = '', changed_at = $2
       FROM queued q WHERE m.id = q.id RETURNING 1
     ) SELECT count(*)::int AS n FROM taken`,
    [campaignId, now, BATCH],
  );
  return taken!.n;
}
