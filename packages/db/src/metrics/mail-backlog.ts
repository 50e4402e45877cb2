import type { MailLimit, ParkedBecause } from '@adieu/domain';
import { limitsMet } from '../inbound/mail-limits.ts';
import type { Sql } from '../sql.ts';

/** What waits of mails that came in, of all organisations. */
export interface MailBacklog {
  /** Stored, and not understood yet. */
  readonly unread: number;
  /** Since when the oldest of them is, 0 where there is none. */
  readonly oldestSeconds: number;
  readonly parked: readonly { readonly because: ParkedBecause; readonly count: number }[];
  /** Limits that were met, in all. */
  readonly limits: readonly { readonly limit: MailLimit; readonly met: number }[];
}

export async function readMailBacklog(sql: Sql, now: Date): Promise<MailBacklog> {
  const [waits] = await sql.rows<{ unread: number; oldestSeconds: number }>(
    `SELECT count(*)::int AS unread, coalesce(greatest(0, extract(epoch FROM $1::timestamptz - min(received_at))), 0)::float8 AS "oldestSeconds"
     FROM inbound_message WHERE state = 'RECEIVED' AND channel = 'EMAIL'`,
    [now],
  );
  const parked = await sql.rows<MailBacklog['parked'][number]>(
    `SELECT parked_because AS because, count(*)::int AS count FROM inbound_message
     WHERE state = 'PARKED' AND channel = 'EMAIL' GROUP BY 1`,
  );
  return { ...waits!, parked, limits: await limitsMet(sql) };
}
