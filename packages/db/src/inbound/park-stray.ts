import { MOST_STRAYS, type ParkedBecause } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { parkInbound } from './finish-inbound.ts';
import { noteLimitMet } from './mail-limits.ts';

/**
 * Leaves a mail to an operator that anybody may have sent and that names nothing of ours; in the caller's transaction. Where as many wait
 * of this hour, or of this client and day, as anybody would look at, it is not kept and that is counted.
 */
export async function parkStray(
  sql: Sql,
  id: string,
  because: ParkedBecause,
  now: Date,
): Promise<void> {
  const [row] = await sql.rows<{ hasRoom: boolean }>(HAS_ROOM, [
    id,
    now,
    MOST_STRAYS.anHour,
    MOST_STRAYS.ofAClientADay,
    MOST_STRAYS.anHour * HOURS,
  ]);
  if (row?.hasRoom !== false) return parkInbound(sql, id, because, now);
  await sql.rows('DELETE FROM inbound_message WHERE id = $1', [id]);
  await noteLimitMet(sql, 'STRAYS', 1);
}

const HOURS = 24;

const HAS_ROOM = `
  WITH strays AS (
    SELECT received_at, envelope ->> 'client' AS client FROM inbound_message
    WHERE organisation_id IS NULL AND state = 'PARKED' AND channel = 'EMAIL' AND received_at > $2::timestamptz - interval '1 day'
    ORDER BY received_at DESC LIMIT $5
  )
  SELECT count(*) FILTER (WHERE s.received_at > $2::timestamptz - interval '1 hour') < $3
    AND count(*) FILTER (WHERE s.client = (SELECT i.envelope ->> 'client' FROM inbound_message i WHERE i.id = $1)) < $4 AS "hasRoom"
  FROM strays s`;
