import { READ_AGAIN_SECONDS } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/**
 * Mails whose time to be read has come, the oldest first, for the caller alone: they are put off before they are read, so
 * that one which ends its reader is parked in the end like any other that can not be read, and keeps none from its turn.
 */
export async function takeDueMails(sql: Sql, now: Date, limit: number): Promise<string[]> {
  const rows = await sql.rows<{ id: string; state: 'RECEIVED' | 'PARKED' }>(TAKE, [
    now,
    limit,
    READ_AGAIN_SECONDS,
  ]);
  return rows.filter(({ state }) => state === 'RECEIVED').map(({ id }) => id);
}

const TAKE = `
  WITH due AS (
    SELECT id, attempts, $1::timestamptz + ($3::int[])[attempts + 1] * interval '1 second' AS again FROM inbound_message
    WHERE state = 'RECEIVED' AND channel = 'EMAIL' AND due_at <= $1 ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED
  )
  UPDATE inbound_message i SET attempts = i.attempts + 1, due_at = d.again, changed_at = $1,
    state = CASE WHEN d.again IS NULL THEN 'PARKED' ELSE i.state END,
    parked_because = CASE WHEN d.again IS NULL THEN 'FAULT' END
  FROM due d WHERE i.id = d.id RETURNING i.id, i.state`;

/** Has one read soon that was taken and could not be read for want of room: that was no attempt of its own. */
export async function readMailSoon(sql: Sql, id: string, dueAt: Date): Promise<void> {
  await sql.rows(
    `UPDATE inbound_message SET due_at = $2, attempts = greatest(attempts - 1, 0) WHERE id = $1 AND state = 'RECEIVED'`,
    [id, dueAt],
  );
}
