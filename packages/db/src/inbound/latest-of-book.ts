import type { Sql } from '../sql.ts';

/**
 * The latest SMS of a book that had gone from a sender to a number when it wrote: what a codeword answers, though something else came since. Null
 * where none had, or none that is not known to have failed. As `latest_sms` looks: into each campaign by its unique key.
 */
export async function latestOfBook(
  sql: Sql,
  book: {
    readonly addressBookId: string;
    readonly fromKey: Buffer;
    readonly to: string;
    readonly sentAt: Date;
  },
): Promise<string | null> {
  const [row] = await sql.rows<{ id: string }>(
    `SELECT m.id FROM sender s JOIN campaign c ON c.sender_id = s.id AND c.address_book_id = $2
     JOIN recipient r ON r.organisation_id = c.organisation_id AND r.channel = 'SMS' AND r.address_key = $1
     JOIN message m ON m.campaign_id = c.id AND m.recipient_id = r.id
     WHERE s.channel = 'SMS' AND s.address = $3 AND m.state IN ('SENT', 'UNKNOWN', 'HANDING_OVER') AND m.changed_at <= $4
       AND NOT EXISTS (SELECT FROM sms_delivery d WHERE d.message_id = m.id AND d.state = 'FAILED')
     ORDER BY m.changed_at DESC, m.id DESC LIMIT 1`,
    [book.fromKey, book.addressBookId, book.to, book.sentAt],
  );
  return row?.id ?? null;
}
