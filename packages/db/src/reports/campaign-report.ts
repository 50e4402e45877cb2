import type { OptOutMethod, ScopeKind } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { COUNTED_REQUESTS } from './counted-requests.sql.ts';

export interface OptOutsBy {
  readonly method: readonly { readonly method: OptOutMethod; readonly count: number }[];
  readonly scope: readonly { readonly scopeKind: ScopeKind; readonly count: number }[];
  readonly reason: readonly {
    /** A word of Adieu's list or the key of an account's own reason. */
    readonly reason: string;
    /** What the account's own reason says now, or said last. */
    readonly texts: Readonly<Record<string, string>> | null;
    readonly count: number;
  }[];
}

/** The goodbyes of a campaign by the way they came, what they left and why (F5). Requests: who left twice counts twice. */
export async function optOutsBy(sql: Sql, campaignId: string): Promise<OptOutsBy> {
  const rows = await sql.rows<{
    method: OptOutMethod | null;
    scopeKind: ScopeKind | null;
    reason: string | null;
    texts: Readonly<Record<string, string>> | null;
    count: number;
  }>(
    `WITH q AS (${COUNTED_REQUESTS}), told AS (
       SELECT q.method, q.scope_kind, coalesce(l.key, g.reason) AS reason
       FROM q LEFT JOIN given_reason g ON g.request_id = q.id LEFT JOIN leave_reason l ON l.id::text = g.reason
     ), counted AS (
       SELECT method, scope_kind, reason, count(*)::int AS count, grouping(method, scope_kind, reason) AS by
       FROM told GROUP BY GROUPING SETS ((method), (scope_kind), (reason))
     )
     SELECT c.method, c.scope_kind AS "scopeKind", c.reason, c.count,
       (SELECT l.texts FROM leave_reason l JOIN campaign k ON k.account_id = l.account_id
        WHERE k.id = $1 AND l.key = c.reason ORDER BY l.archived_at DESC NULLS FIRST LIMIT 1) AS texts
     FROM counted c WHERE c.by <> 6 OR c.reason IS NOT NULL
     ORDER BY c.by, c.count DESC, c.method, c.scope_kind, c.reason`,
    [campaignId],
  );
  return {
    method: rows.flatMap(({ method, count }) => (method === null ? [] : [{ method, count }])),
    scope: rows.flatMap(({ scopeKind, count }) =>
      scopeKind === null ? [] : [{ scopeKind, count }],
    ),
    reason: rows.flatMap(({ reason, texts, count }) =>
      reason === null ? [] : [{ reason, texts, count }],
    ),
  };
}

export const REPORT_STEPS = ['HOUR', 'DAY'] as const;
export type ReportStep = (typeof REPORT_STEPS)[number];

export interface ReportBucket {
  /** When the hour or the day begins, UTC. */
  readonly from: Date;
  readonly sent: number;
  readonly bounced: number;
  readonly optOuts: number;
  readonly complaints: number;
}

/** What happened hour by hour or day by day; buckets without anything are left out. At most `limit`, the first ones. */
export async function campaignOverTime(
  sql: Sql,
  campaignId: string,
  step: ReportStep,
  limit: number,
): Promise<ReportBucket[]> {
  return sql.rows(
    `WITH q AS (${COUNTED_REQUESTS}), happened AS (
       SELECT changed_at AS at, 1 AS sent, 0 AS bounced, 0 AS opt_outs, 0 AS complaints
       FROM message WHERE campaign_id = $1 AND state = 'SENT'
       UNION ALL
       SELECT s.at, 0, 1, 0, 0 FROM machine_signal s JOIN message m ON m.id = s.message_id
       WHERE s.kind IN ('HARD_BOUNCE', 'SOFT_BOUNCE', 'REFUSAL') AND m.campaign_id = $1 AND m.state <> 'FAILED'
       UNION ALL
       SELECT q.received_at, 0, 0, 1, 0 FROM q
       UNION ALL
       SELECT at, 0, 0, 0, 1 FROM complaint WHERE campaign_id = $1
     )
     SELECT date_trunc($2, at, 'UTC') AS "from", sum(sent)::int AS sent, sum(bounced)::int AS bounced,
       sum(opt_outs)::int AS "optOuts", sum(complaints)::int AS complaints
     FROM happened GROUP BY 1 ORDER BY 1 LIMIT $3`,
    [campaignId, step.toLowerCase(), limit],
  );
}
