import type { Sql } from '../sql.ts';

export const TREND_STEPS = ['WEEK', 'MONTH'] as const;
export type TrendStep = (typeof TREND_STEPS)[number];

export interface TrendPeriod {
  /** When the week (Monday) or month begins, UTC. */
  readonly from: Date;
  readonly campaigns: number;
  readonly sent: number;
  readonly bounced: number;
  readonly hardBounces: number;
  readonly softBounces: number;
  readonly optOuts: number;
  readonly complaints: number;
  /** When the figure that is oldest was counted; null where none of a campaign is in it. */
  readonly countedAt: Date | null;
}

/**
 * The last `limit` weeks or months in which an account released campaigns, the oldest first; by their release. Complaints
 * that name no message count for the account, when they came.
 */
export async function accountTrend(
  sql: Sql,
  accountId: string,
  step: TrendStep,
  limit: number,
): Promise<TrendPeriod[]> {
  const rows = await sql.rows<TrendPeriod>(
    `SELECT date_trunc($2, at, 'UTC') AS "from", sum(campaigns)::int AS campaigns, sum(sent)::int AS sent,
       sum(bounced)::int AS bounced, sum(hard_bounces)::int AS "hardBounces", sum(soft_bounces)::int AS "softBounces",
       sum(opt_outs)::int AS "optOuts", sum(complaints)::int AS complaints,
       min(counted_at) AS "countedAt"
     FROM (
       SELECT released_at AS at, 1 AS campaigns, sent, bounced, hard_bounces, soft_bounces, opt_outs, complaints, counted_at FROM campaign_figures WHERE account_id = $1
       UNION ALL
       SELECT at, 0, 0, 0, 0, 0, 0, 1, NULL FROM complaint WHERE account_id = $1 AND campaign_id IS NULL
     ) f GROUP BY 1 ORDER BY 1 DESC LIMIT $3`,
    [accountId, step.toLowerCase(), limit],
  );
  return rows.toReversed();
}
