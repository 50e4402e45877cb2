import type { OptOutMethod } from '@adieu/domain';
import { inReach } from '../members/reach.sql.ts';
import type { Sql } from '../sql.ts';
import type { Reviewed } from './review-link.ts';

/** The days that the figures look back on, today among them. */
export const FIGURES_DAYS = 30;

export interface DayCount {
  /** `2026-11-24`, in the zone that was asked for. */
  readonly day: string;
  readonly count: number;
}

export interface ReviewFigures {
  readonly requestsByDay: readonly DayCount[];
  readonly stoppedByDay: readonly DayCount[];
  readonly byMethod: readonly { readonly method: OptOutMethod; readonly count: number }[];
  /** A word of Adieu's list or the account's own text; null = words of their own only. */
  readonly byReason: readonly { readonly reason: string | null; readonly count: number }[];
  /** Seconds from a request to an admin's decision. Null where nothing was decided. */
  readonly decision: {
    readonly count: number;
    readonly medianSeconds: number | null;
    readonly p90Seconds: number | null;
    /** How many were decided within each of DECISION_STEPS_SECONDS and not within the one before; last, those after all. */
    readonly steps: readonly number[];
  };
}

/** An hour, four hours, a day, three days, a week. */
export const DECISION_STEPS_SECONDS = [3_600, 14_400, 86_400, 259_200, 604_800] as const;

/** What happened in the accounts that somebody reviews in the last days. `timeZone` (IANA) says when a day begins. */
export async function reviewFigures(
  sql: Sql,
  query: Reviewed & { readonly timeZone: string; readonly now: Date },
): Promise<ReviewFigures> {
  const { organisationId, accountIds, timeZone, now } = query;
  const values = [organisationId, timeZone, now, FIGURES_DAYS, accountIds];
  const [requestsByDay, stoppedByDay, byMethod, byReason, decision] = await Promise.all([
    sql.rows<DayCount>(byDay(REQUESTS), values),
    sql.rows<DayCount>(byDay(STOPPED), values),
    sql.rows<{ method: OptOutMethod; count: number }>(
      `SELECT method, count(*)::int AS count FROM opt_out_request q
       WHERE organisation_id = $1 AND ${inReach('$4::uuid[]', 'q.account_id')} AND received_at >= $2::timestamptz - $3 * interval '1 day' AND received_at <= $2
       GROUP BY 1 ORDER BY count DESC, method`,
      [organisationId, now, FIGURES_DAYS, accountIds],
    ),
    sql.rows<{ reason: string | null; count: number }>(
      `SELECT coalesce((SELECT min(value) FROM jsonb_each_text(l.texts)), g.reason) AS reason, count(*)::int AS count
       FROM given_reason g JOIN opt_out_request q ON q.id = g.request_id LEFT JOIN leave_reason l ON l.id::text = g.reason
       WHERE q.organisation_id = $1 AND ${inReach('$4::uuid[]', 'q.account_id')} AND q.received_at >= $2::timestamptz - $3 * interval '1 day' AND q.received_at <= $2
       GROUP BY 1 ORDER BY count DESC, reason`,
      [organisationId, now, FIGURES_DAYS, accountIds],
    ),
    sql.rows<ReviewFigures['decision']>(DECISION, [
      organisationId,
      now,
      FIGURES_DAYS,
      DECISION_STEPS_SECONDS,
      accountIds,
    ]),
  ]);
  return { requestsByDay, stoppedByDay, byMethod, byReason, decision: decision[0]! };
}

const REQUESTS = `SELECT received_at AS at FROM opt_out_request q
  WHERE q.organisation_id = $1 AND ${inReach('$5::uuid[]', 'q.account_id')} AND q.received_at >= $3::timestamptz - ($4 + 1) * interval '1 day'`;
const STOPPED = `SELECT m.changed_at AS at FROM message m JOIN campaign c ON c.id = m.campaign_id
  WHERE c.organisation_id = $1 AND ${inReach('$5::uuid[]', 'c.account_id')} AND m.state = 'STOPPED' AND m.changed_at >= $3::timestamptz - ($4 + 1) * interval '1 day'`;

const byDay = (instants: string): string => `
  WITH counted AS (SELECT (at AT TIME ZONE $2)::date AS day, count(*)::int AS count FROM (${instants}) x GROUP BY 1)
  SELECT to_char(d, 'YYYY-MM-DD') AS day, coalesce(c.count, 0) AS count
  FROM generate_series((($3::timestamptz AT TIME ZONE $2)::date - ($4::int - 1))::timestamp,
    (($3::timestamptz AT TIME ZONE $2)::date)::timestamp, interval '1 day') AS d
  LEFT JOIN counted c ON c.day = d::date ORDER BY d`;

const DECISION = `
  WITH decided AS (
    SELECT extract(epoch FROM decided_at - received_at)::float8 AS seconds FROM opt_out_request q
    WHERE organisation_id = $1 AND ${inReach('$5::uuid[]', 'q.account_id')} AND decided_by_kind IN ('KEY', 'MEMBER') AND received_at <= $2
      AND received_at >= $2::timestamptz - $3 * interval '1 day'
  )
  SELECT (SELECT count(*)::int FROM decided) AS count,
    (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) FROM decided) AS "medianSeconds",
    (SELECT percentile_cont(0.9) WITHIN GROUP (ORDER BY seconds) FROM decided) AS "p90Seconds",
    ARRAY(SELECT (SELECT count(*)::int FROM decided WHERE width_bucket(seconds, $4::float8[]) = s.step)
      FROM generate_series(0, cardinality($4::float8[])) AS s(step) ORDER BY s.step) AS steps`;
