import type { GateStop } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { campaignWay, gateArguments } from './campaign-way.ts';

/** Whom a draft goes to, counted. */
export interface AudienceCount {
  readonly total: number;
  /** Whom the gate would let through now. */
  readonly reachable: number;
  /** Whom it would stop, by the reason that messages are stopped for (N3); the most frequent first. */
  readonly stopped: readonly { readonly reason: GateStop; readonly count: number }[];
}

/** Counts a draft's audience with what the gate would stop at `now`, asked of all at once as its hand-over would ask. */
export async function countAudience(
  sql: Sql,
  campaignId: string,
  now: Date,
): Promise<AudienceCount> {
  const way = await campaignWay(sql, campaignId);
  if (way === null) return { total: 0, reachable: 0, stopped: [] };
  const asked = [campaignId, now, ...gateArguments(way)];
  const rows = await sql.rows<{ reason: GateStop | null; count: number }>(COUNT, asked);
  const stopped = rows.flatMap(({ reason, count }) => (reason === null ? [] : [{ reason, count }]));
  const reachable = rows.find(({ reason }) => reason === null)?.count ?? 0;
  return { total: stopped.reduce((sum, { count }) => sum + count, reachable), reachable, stopped };
}

/** The contacts of a book that are removed are no part of its audience. No message yet; it will wait its turn. */
const COUNT = `
  WITH audience AS MATERIALIZED (SELECT recipient_id FROM campaign_audience($1))
  SELECT g.reason, count(*)::int AS count FROM audience k
  CROSS JOIN LATERAL gate(k.recipient_id, false, NULL, true, $2, $3, $4, $5, $6, $7, $8, $9, $10) g
  GROUP BY 1 ORDER BY 2 DESC, 1`;
