import type { Sql } from '../sql.ts';

/** How much the gate stopped on one day (UTC) for one account and reason (N3). */
export interface GateStops {
  /** Midnight UTC that the day begins with. */
  readonly day: Date;
  readonly accountId: string;
  readonly reason: string;
  /** Messages that were not handed over. */
  readonly messages: number;
  /** Contacts that audience exports left out. */
  readonly exported: number;
}

/** What the gate stopped from `from` until before `to`, by day, account and reason; of one account, or of all. */
export async function gateStops(
  sql: Sql,
  organisationId: string,
  span: { readonly from: Date; readonly to: Date; readonly accountId: string | null },
): Promise<GateStops[]> {
  return sql.rows(
    `SELECT x.day AT TIME ZONE 'UTC' AS day, x.account_id AS "accountId", x.reason,
       sum(x.messages)::int AS messages, sum(x.exported)::int AS exported
     FROM (
       SELECT date_trunc('day', m.changed_at AT TIME ZONE 'UTC') AS day, c.account_id, m.stopped_by AS reason,
         count(*) AS messages, 0 AS exported
       FROM message m JOIN campaign c ON c.id = m.campaign_id
       WHERE m.state = 'STOPPED' AND m.changed_at >= $2 AND m.changed_at < $3 AND c.organisation_id = $1
         AND ($4::uuid IS NULL OR c.account_id = $4)
       GROUP BY 1, 2, 3
       UNION ALL
       SELECT date_trunc('day', e.finished_at AT TIME ZONE 'UTC'), e.account_id, s.key, 0, sum(s.value::int)
       FROM audience_export e CROSS JOIN LATERAL jsonb_each_text(e.stopped) s
       WHERE e.finished_at >= $2 AND e.finished_at < $3 AND e.organisation_id = $1
         AND ($4::uuid IS NULL OR e.account_id = $4)
       GROUP BY 1, 2, 3
     ) x GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [organisationId, span.from, span.to, span.accountId],
  );
}
