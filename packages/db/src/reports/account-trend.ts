import type { Sql } from '../sql.ts';

export const TREND_STEPS = ['WEEK', 'MONTH'] as const;
export type TrendStep = (typeof TREND_STEPS)[number];

export interface TrendPeriod {
  /** When the week (Monday) or month begins, UTC. */
  readonly from: Date;
  readonly campaigns: number;
  readonly sent: number;
  readonly bounced: number;
  readonly optOuts: number;
  readonly complaints: number;
}

/** The last `limit` weeks or months in which an account released campaigns, the oldest first; by their release. */
export async function accountTrend(
  sql: Sql,
  accountId: string,
  step: TrendStep,
  limit: number,
): Promise<TrendPeriod[]> {
  const rows = await sql.rows<TrendPeriod>(
    `SELECT date_trunc($2, released_at, 'UTC') AS "from", count(*)::int AS campaigns, sum(sent)::int AS sent,
       sum(bounced)::int AS bounced, sum(opt_outs)::int AS "optOuts", sum(complaints)::int AS complaints
     FROM campaign_figures WHERE account_id = $1 GROUP BY 1 ORDER BY 1 DESC LIMIT $3`,
    [accountId, step.toLowerCase(), limit],
  );
  return rows.toReversed();
}
