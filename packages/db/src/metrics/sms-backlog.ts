import type { ParkedBecause } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** What waits of SMS, both ways, of all organisations. Ages are in seconds. */
export interface SmsBacklog {
  /** Of campaigns that are being sent, and of our own: what is due or will be, by whether its gateway put it off before. */
  readonly waiting: { readonly untried: number; readonly putOff: number };
  /** Since when the longest of what is due by now has waited, 0 where nothing is. */
  readonly oldestSeconds: number;
  readonly parked: readonly { readonly because: ParkedBecause; readonly count: number }[];
  readonly lists: readonly ListCompared[];
}

export interface ListCompared {
  readonly gateway: string;
  /** Null where its list was never read to the end. */
  readonly ageSeconds: number | null;
  readonly taken: number;
  readonly given: number;
}

export async function readSmsBacklog(sql: Sql, now: Date): Promise<SmsBacklog> {
  const [waits] = await sql.rows<{ untried: number; putOff: number; oldestSeconds: number }>(
    WAITS,
    [now],
  );
  const { oldestSeconds, ...waiting } = waits!;
  const parked = await sql.rows<SmsBacklog['parked'][number]>(
    `SELECT parked_because AS because, count(*)::int AS count FROM inbound_message WHERE state = 'PARKED' AND channel = 'SMS' GROUP BY 1`,
  );
  const lists = await sql.rows<ListCompared>(
    `SELECT gateway, taken, given, extract(epoch FROM $1::timestamptz - compared_at)::float8 AS "ageSeconds" FROM sms_list_comparison`,
    [now],
  );
  return { waiting, oldestSeconds, parked, lists };
}

const WAITS = `
  WITH waits AS (
    SELECT m.attempts > 0 AS put_off, m.due_at FROM campaign c JOIN message m ON m.campaign_id = c.id AND m.state = 'QUEUED'
    WHERE c.channel = 'SMS' AND c.state = 'SENDING'
    UNION ALL
    SELECT outcome IS NOT NULL, at FROM system_sms WHERE state = 'QUEUED'
  )
  SELECT (count(*) FILTER (WHERE NOT put_off))::int AS untried, (count(*) FILTER (WHERE put_off))::int AS "putOff",
    coalesce(greatest(0, extract(epoch FROM $1::timestamptz - min(due_at))), 0)::float8 AS "oldestSeconds" FROM waits`;
