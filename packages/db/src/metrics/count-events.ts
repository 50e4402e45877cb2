import type { Channel } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** Up to where events were counted: a transaction of the ledger, and an instant for what has no ledger. */
export interface EventMark {
  readonly tx: string;
  readonly at: Date;
}

export interface CountedEvents {
  readonly optOuts: readonly {
    readonly method: string;
    readonly signal: string;
    readonly type: string;
    readonly count: number;
  }[];
  readonly stops: readonly {
    readonly where: 'hand-over' | 'export';
    readonly reason: string;
    readonly count: number;
  }[];
  /** SMS that came in, by their gateway and what they became. */
  readonly inbound: readonly {
    readonly gateway: string;
    readonly became: string;
    readonly count: number;
  }[];
  /** Mails that came in, by which way and what they became. */
  readonly mails: readonly {
    readonly source: string;
    readonly became: string;
    readonly count: number;
  }[];
  /** Addresses that became undeliverable, or were lifted, by why (`BOUNCE_KINDS`, `LIFTED_BY`). */
  readonly undeliverable: readonly {
    readonly change: 'undeliverable' | 'lifted';
    readonly because: string;
    readonly count: number;
  }[];
  /** SMS that a gateway refused for good, by why, and those of which nobody knows. */
  readonly smsFailures: readonly {
    readonly state: 'FAILED' | 'UNKNOWN';
    readonly because: string;
    readonly count: number;
  }[];
  /** To count from the next time. */
  readonly mark: EventMark;
}

/**
 * Stops are stamped before their commit. No statement runs longer than a minute, so what is counted a minute late
 * is all there.
 */
const LAG_MS = 60_000;

/** Where to begin. */
export async function markEvents(sql: Sql, now: Date): Promise<EventMark> {
  const [row] = await sql.rows<{ tx: string }>(
    'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS tx',
  );
  return { tx: row!.tx, at: new Date(now.getTime() - LAG_MS) };
}

/** What came since a mark, of all organisations, each event in exactly one count. Stops come a minute late. */
export async function countEvents(sql: Sql, since: EventMark, now: Date): Promise<CountedEvents> {
  const mark = await markEvents(sql, now);
  const optOuts = await sql.rows<CountedEvents['optOuts'][number]>(
    `SELECT coalesce(method, 'none') AS method, coalesce(signal, 'none') AS signal, type, count(*)::int AS count FROM ledger_event
     WHERE tx >= $1::text::xid8 AND tx < $2::text::xid8 AND type IN ('REQUESTED', 'JOINED', 'OVERRIDDEN')
     GROUP BY 1, 2, 3`,
    [since.tx, mark.tx],
  );
  const stops = await sql.rows<CountedEvents['stops'][number]>(
    `SELECT 'hand-over' AS where, stopped_by AS reason, count(*)::int AS count FROM message
     WHERE state = 'STOPPED' AND changed_at >= $1 AND changed_at < $2 GROUP BY 2
     UNION ALL
     SELECT 'export', s.key, sum(s.value::int)::int FROM audience_export e CROSS JOIN LATERAL jsonb_each_text(e.stopped) s
     WHERE e.finished_at >= $1 AND e.finished_at < $2 GROUP BY 2`,
    [since.at, mark.at],
  );
  const arrived = await sql.rows<CountedEvents['mails'][number] & { channel: Channel }>(
    `SELECT channel, source, CASE state WHEN 'UNDERSTOOD' THEN outcome ELSE state END AS became, count(*)::int AS count
     FROM inbound_message WHERE received_at >= $1 AND received_at < $2 GROUP BY 1, 2, 3`,
    [since.at, mark.at],
  );
  const inbound = arrived
    .filter(({ channel }) => channel === 'SMS')
    .map(({ source: gateway, became, count }) => ({ gateway, became, count }));
  const mails = arrived.filter(({ channel }) => channel === 'EMAIL');
  const smsFailures = await sql.rows<CountedEvents['smsFailures'][number]>(
    `SELECT m.state, coalesce(substring(m.outcome FROM '^([a-z][a-z-]{1,20}): '), 'none') AS because, count(*)::int AS count
     FROM message m JOIN campaign c ON c.id = m.campaign_id AND c.channel = 'SMS'
     WHERE m.state IN ('FAILED', 'UNKNOWN') AND m.changed_at >= $1 AND m.changed_at < $2 GROUP BY 1, 2`,
    [since.at, mark.at],
  );
  const undeliverable = await sql.rows<CountedEvents['undeliverable'][number]>(
    `SELECT CASE type WHEN 'UNDELIVERABLE' THEN 'undeliverable' ELSE 'lifted' END AS change,
       coalesce(detail ->> 'kind', detail ->> 'by', 'none') AS because, count(*)::int AS count FROM ledger_event
     WHERE tx >= $1::text::xid8 AND tx < $2::text::xid8 AND type IN ('UNDELIVERABLE', 'UNDELIVERABLE_LIFTED')
     GROUP BY 1, 2`,
    [since.tx, mark.tx],
  );
  return { optOuts, stops, inbound, mails, smsFailures, undeliverable, mark };
}
