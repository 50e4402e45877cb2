import type { Purpose } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** What waits, of all organisations. Ages are in seconds, 0 where nothing waits. */
export interface Backlog {
  readonly requests: readonly {
    readonly purpose: Purpose;
    readonly open: number;
    readonly oldestSeconds: number;
  }[];
  readonly outbox: { readonly waiting: number; readonly oldestSeconds: number };
}

export async function readBacklog(sql: Sql, now: Date): Promise<Backlog> {
  const requests = await sql.rows<Backlog['requests'][number]>(
    `SELECT purpose, count(*)::int AS open, greatest(0, extract(epoch FROM $1::timestamptz - min(received_at)))::float8 AS "oldestSeconds"
     FROM opt_out_request WHERE state = 'PENDING' GROUP BY purpose`,
    [now],
  );
  const [outbox] = await sql.rows<Backlog['outbox']>(
    `SELECT count(*)::int AS waiting, coalesce(greatest(0, extract(epoch FROM now() - min(created_at))), 0)::float8 AS "oldestSeconds"
     FROM outbox`,
  );
  return { requests, outbox: outbox! };
}
