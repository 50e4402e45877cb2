import type { OutboxMessage } from '@adieu/domain';
import type { Database } from '../database.ts';

export interface OutboxEntry {
  readonly id: string;
  readonly message: OutboxMessage;
  readonly attempts: number;
}

/** Waits after the n-th failed delivery, in seconds; the last one repeats. Temporal may be away for an hour. */
const BACKOFF_SECONDS = [1, 2, 5, 10, 30];

// A deadline of a request that was closed meanwhile is told as its closing. Deliveries pass each other: told after the
// closing, when the workflow has ended, it would start one more, which sleeps until a deadline that means nothing.
const AS_IT_STANDS = `
  CASE WHEN message ->> 'deadline' IS NOT NULL
      AND (SELECT state FROM opt_out_request q WHERE q.id = (message ->> 'requestId')::uuid) <> 'PENDING'
    THEN jsonb_build_object('kind', 'opt-out.closed', 'requestId', message -> 'requestId') ELSE message END`;

/**
 * Claims up to `limit` due messages, delivers each, and deletes the delivered ones. A message is only gone once
 * `deliver` resolved, so a crash repeats it: delivery must be idempotent. Gives how many went and how many failed.
 */
export async function relayBatch(
  db: Database,
  limit: number,
  now: Date,
  deliver: (message: OutboxMessage) => Promise<void>,
): Promise<{ delivered: number; failed: readonly unknown[] }> {
  return db.transaction(async (sql) => {
    const entries = await sql.rows<OutboxEntry>(
      `SELECT id, ${AS_IT_STANDS} AS message, attempts FROM outbox WHERE due_at <= $1
       ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED`,
      [now, limit],
    );
    const results = await Promise.allSettled(entries.map(({ message }) => deliver(message)));
    const delivered = entries.filter((_, i) => results[i]?.status === 'fulfilled');
    const late = entries.filter((_, i) => results[i]?.status === 'rejected');
    if (delivered.length > 0) {
      await sql.rows('DELETE FROM outbox WHERE id = ANY ($1::bigint[])', [
        delivered.map(({ id }) => id),
      ]);
    }
    if (late.length > 0) {
      await sql.rows(
        `UPDATE outbox o SET attempts = o.attempts + 1, due_at = l.due_at
         FROM unnest($1::bigint[], $2::timestamptz[]) AS l(id, due_at) WHERE o.id = l.id`,
        [late.map(({ id }) => id), late.map((entry) => dueAgain(entry, now))],
      );
    }
    return {
      delivered: delivered.length,
      failed: results.flatMap((result) =>
        result.status === 'rejected' ? [result.reason as unknown] : [],
      ),
    };
  });
}

function dueAgain({ attempts }: OutboxEntry, now: Date): Date {
  const seconds = BACKOFF_SECONDS[Math.min(attempts, BACKOFF_SECONDS.length - 1)] ?? 30;
  return new Date(now.getTime() + seconds * 1000);
}
