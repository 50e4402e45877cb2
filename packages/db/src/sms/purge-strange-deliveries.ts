import type { Sql } from '../sql.ts';

/** Takes away up to `limit` statuses of what turned out to be no message of ours; gives how many. */
export async function purgeStrangeDeliveries(sql: Sql, now: Date, limit: number): Promise<number> {
  const gone = await sql.rows(
    `DELETE FROM sms_delivery d WHERE d.ctid = ANY (ARRAY(
       SELECT ctid FROM sms_delivery WHERE message_id IS NULL AND changed_at <= $1::timestamptz - interval '2 days'
       ORDER BY changed_at LIMIT $2::int FOR UPDATE SKIP LOCKED)) RETURNING 1`,
    [now, limit],
  );
  return gone.length;
}
