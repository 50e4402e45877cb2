import { type Channel, PARTS_WAIT_AT_MOST_SECONDS } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** One that is to be understood, as it was stored. */
export interface ToRead {
  readonly id: string;
  readonly source: string;
  readonly providerId: string;
  readonly fromKey: Buffer | null;
  readonly fromAddress: string | null;
  readonly to: string;
  readonly text: string;
  readonly hint: 'STOP' | 'START' | 'HELP' | null;
  readonly sentAt: Date;
  readonly receivedAt: Date;
  readonly attempts: number;
}

const COLUMNS = `
  i.id, i.source, i.provider_id AS "providerId", i.from_key AS "fromKey", i.from_address AS "fromAddress", i.to_address AS "to", coalesce(i.text, '') AS text,
  i.hint, i.sent_at AS "sentAt", i.received_at AS "receivedAt", i.attempts`;

/**
 * One that is to be understood, locked, in the caller's transaction; null where somebody understood it meanwhile. A text that
 * came in parts is put together: in the first of them, the others become a part of it. `parts` where some have yet to come
 * and may still: until then it is not due. Whoever has no number is no person, nothing follows from what they write, and
 * their parts are read as they come.
 */
export async function inboundToRead(
  sql: Sql,
  id: string,
  now: Date,
): Promise<ToRead | 'parts' | null> {
  // Two parts that come at once must not each miss the other.
  const [part] = await sql.rows<{ isPart: boolean }>(LOCK_PARTS, [id]);
  if (part === undefined) return null;
  const [row] = await sql.rows<ToRead & { missing: number; waitUntil: Date; parts: string[] }>(
    part.isPart ? READ_PARTS : READ,
    part.isPart ? [id, PARTS_WAIT_AT_MOST_SECONDS] : [id],
  );
  if (row === undefined) return null;
  const { missing, waitUntil, parts, ...read } = row;
  if (missing > 0 && waitUntil > now) {
    await sql.rows(WAIT, [id, waitUntil, now]);
    return 'parts';
  }
  if (parts.length > 0) await sql.rows(JOIN_PARTS, [row.id, parts, row.text, now]);
  return read;
}

const LOCK_PARTS = `
  SELECT i.part_ref IS NOT NULL AND i.from_key IS NOT NULL AS "isPart",
    CASE WHEN i.part_ref IS NOT NULL AND i.from_key IS NOT NULL THEN pg_advisory_xact_lock(hashtextextended(
      i.source || ' ' || encode(i.from_key, 'hex') || ' ' || i.to_address || ' ' || i.part_ref, 727018)) END
  FROM inbound_message i WHERE i.id = $1`;

const READ = `
  SELECT ${COLUMNS}, 0 AS missing, i.due_at AS "waitUntil", '{}'::uuid[] AS parts
  FROM inbound_message i WHERE i.id = $1 AND i.state = 'RECEIVED' FOR UPDATE`;

/**
 * Of parts of one text the earliest bears all. References are reused: parts that came more than a day apart are of two texts.
 */
const READ_PARTS = `
  WITH one AS (
    SELECT * FROM inbound_message i WHERE i.id = $1 AND i.state = 'RECEIVED'
  ), parts AS (
    SELECT DISTINCT ON (i.part_number) i.* FROM one
    JOIN inbound_message i ON i.from_key = one.from_key AND i.to_address = one.to_address AND i.source = one.source
      AND i.part_ref = one.part_ref AND i.part_of = one.part_of AND i.state = 'RECEIVED'
      AND i.received_at BETWEEN one.received_at - interval '1 day' AND one.received_at + interval '1 day'
    ORDER BY i.part_number, i.received_at
  ), whole AS (
    SELECT (array_agg(p.id ORDER BY p.part_number))[1] AS first, array_agg(p.id) AS ids,
      string_agg(p.text, '' ORDER BY p.part_number) AS text, max(p.part_of) - count(*) AS missing, least(max(p.due_at), min(p.received_at) + $2::int * interval '1 second') AS wait_until,
      min(p.sent_at) AS sent_at
    FROM parts p
  )
  SELECT i.id, i.source, i.provider_id AS "providerId", i.from_key AS "fromKey", i.from_address AS "fromAddress", i.to_address AS "to", w.text,
    i.hint, w.sent_at AS "sentAt", i.received_at AS "receivedAt", i.attempts, w.missing::int, w.wait_until AS "waitUntil",
    array_remove(w.ids, i.id) AS parts
  FROM whole w JOIN inbound_message i ON i.id = w.first FOR UPDATE OF i`;

/** One that was due, and waits for the others with a later part. */
const WAIT = `
  UPDATE inbound_message SET due_at = $2 WHERE id = $1 AND state = 'RECEIVED' AND due_at <= $3`;

const JOIN_PARTS = `
  WITH joined AS (
    UPDATE inbound_message SET state = 'JOINED', due_at = NULL, changed_at = $4
    WHERE id = ANY ($2::uuid[])
  ) UPDATE inbound_message SET text = $3 WHERE id = $1`;

/** Those whose time to be read has come: parts that wait for no more, and what failed before. The oldest first. */
export async function dueInbound(
  sql: Sql,
  channel: Channel,
  now: Date,
  limit: number,
): Promise<{ id: string; attempts: number }[]> {
  return sql.rows(
    `SELECT id, attempts FROM inbound_message WHERE state = 'RECEIVED' AND channel = $1 AND due_at <= $2
     ORDER BY due_at LIMIT $3`,
    [channel, now, limit],
  );
}
