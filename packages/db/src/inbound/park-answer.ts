import { MOST_UNREADABLE_OF_ONE, type ParkedBecause } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { parkInbound } from './finish-inbound.ts';
import { noteLimitMet } from './mail-limits.ts';

/**
 * Leaves a mail that can not be read to the members of the organisation whose message it answers; in the caller's transaction. Where as many
 * wait already of mails to that recipient as anybody would look at, it is not kept and that is counted.
 */
export async function parkAnswer(
  sql: Sql,
  id: string,
  because: ParkedBecause,
  now: Date,
  ofMessageId: string,
): Promise<void> {
  await parkInbound(sql, id, because, now, ofMessageId);
  const tooMany = await sql.rows(FORGET_ONE_TOO_MANY, [id, MOST_UNREADABLE_OF_ONE]);
  if (tooMany.length > 0) await noteLimitMet(sql, 'UNREADABLE', 1);
}

const FORGET_ONE_TOO_MANY = `
  DELETE FROM inbound_message i WHERE i.id = $1 AND i.state = 'PARKED' AND $2::int < (
    SELECT count(*) FROM (SELECT FROM inbound_message w WHERE w.recipient_id = i.recipient_id AND w.state = 'PARKED' LIMIT $2::int + 1) waiting)
  RETURNING 1`;
