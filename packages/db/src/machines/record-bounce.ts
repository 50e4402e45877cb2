import { createHash } from 'node:crypto';
import type { Sql } from '../sql.ts';

/**
 * Keeps that a message came back, once for each message however many reports come. It is no wish: nothing is opened,
 * nothing is stopped (design §2). False where the message is not known, as after an erasure.
 */
export async function recordBounce(
  sql: Sql,
  bounce: {
    readonly messageId: string;
    /** Enhanced status code (RFC 3463), as `5.1.1`; null where the report has none. */
    readonly status: string | null;
    readonly now: Date;
  },
): Promise<boolean> {
  const { messageId, status, now } = bounce;
  const sha256 = createHash('sha256').update(`bounce ${messageId}`).digest();
  const rows = await sql.rows(
    `INSERT INTO machine_signal AS s (organisation_id, recipient_id, message_id, kind, at, sha256, detail)
     SELECT r.organisation_id, r.id, m.id, 'BOUNCE', $2, $3, $4
     FROM message m JOIN recipient r ON r.id = m.recipient_id WHERE m.id = $1
     ON CONFLICT (recipient_id, kind, sha256) DO UPDATE SET kind = excluded.kind RETURNING 1`,
    [messageId, now, sha256, JSON.stringify(status === null ? {} : { status })],
  );
  return rows.length > 0;
}
