import type { Database } from '../database.ts';
import type { Sql } from '../sql.ts';

/** A test mail to be handed over now. */
export interface TestMail {
  readonly campaignId: string;
  readonly address: string;
  readonly language: string | null;
  /** Of the contact as whom it is filled; empty for a made-up reader. */
  readonly fields: Readonly<Record<string, string>>;
}

/** After this many hours nobody looks for it any more. */
const WORTH_SENDING_HOURS = 24;

/**
 * The gate of one test mail, asked anew at its hand-over as for any other (W-2): first the recipient is locked, then, with
 * a new snapshot, the suppressions are read. Null where it ended, is too old, or may not be sent (any more), which
 * ends it.
 */
export async function claimTestMail(db: Database, id: string, now: Date): Promise<TestMail | null> {
  return db.transaction(async (sql) => {
    const open = await sql.rows(
      `SELECT 1 FROM test_mail m JOIN recipient r ON r.id = m.recipient_id
       WHERE m.id = $1 AND m.ended_at IS NULL FOR SHARE OF r`,
      [id],
    );
    if (open.length === 0) return null;
    const [mail] = await sql.rows<TestMail & { stopped: boolean }>(CLAIM, [
      id,
      now,
      WORTH_SENDING_HOURS,
    ]);
    if (mail === undefined || !mail.stopped) return mail ?? null;
    await finishTestMail(sql, id, 'STOPPED', now);
    return null;
  });
}

/** No instant for the gate: a test that somebody asks for is not bound by what its reader chose for campaigns. */
const CLAIM = `
  SELECT m.campaign_id AS "campaignId", g.address, coalesce(m.language, p.language, k.language) AS language,
    coalesce(k.fields, '{}') AS fields,
    g.reason IS NOT NULL OR m.asked_at <= $2::timestamptz - $3 * interval '1 hour' AS stopped
  FROM test_mail m
  JOIN campaign_way w ON w.campaign_id = m.campaign_id
  CROSS JOIN LATERAL gate(m.recipient_id, false, NULL, false, NULL,
    w.organisation_id, w.account_id, w.list_id, w.address_book_id, w.topic_id, w.purpose, w.archived, w.short_code) g
  LEFT JOIN contact k ON k.id = m.contact_id
  LEFT JOIN contact_address x ON x.contact_id = k.id AND x.channel = g.channel
  LEFT JOIN recipient_preference p ON p.recipient_id = x.recipient_id AND p.account_id = w.account_id
  WHERE m.id = $1`;

/** Remembers how it ended, so that a repeated activity does not send it twice. `outcome` holds no address. */
export async function finishTestMail(
  sql: Sql,
  id: string,
  outcome: string,
  now: Date,
): Promise<void> {
  await sql.rows(
    'UPDATE test_mail SET ended_at = $3, outcome = $2 WHERE id = $1 AND ended_at IS NULL',
    [id, outcome, now],
  );
}

/** Deletes up to `limit` of the days before; until then they count towards the limit of a day. Gives how many. */
export async function purgeTestMails(sql: Sql, now: Date, limit: number): Promise<number> {
  const gone = await sql.rows(
    `DELETE FROM test_mail WHERE id IN (
       SELECT id FROM test_mail WHERE asked_at < $1::timestamptz - interval '2 days' LIMIT $2 FOR UPDATE SKIP LOCKED)
     RETURNING 1`,
    [now, limit],
  );
  return gone.length;
}
