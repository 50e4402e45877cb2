import type { Sql } from '../sql.ts';

export interface LinkOfMessage {
  readonly recipientId: string;
  readonly accountId: string;
  /** Null where they were addressed by hand. */
  readonly bookId: string | null;
  /** How a wish by it came: the link of a mail, or of an SMS (F7). */
  readonly method: 'LINK' | 'SMS_LINK';
  /** Whether all topics that were named are the account's. */
  readonly knowsTopics: boolean;
}

/** Whose link a message's is, and of which account; null where there is no such message. */
export async function linkOfMessage(
  sql: Sql,
  messageId: string,
  topicIds: readonly string[],
): Promise<LinkOfMessage | null> {
  const [link] = await sql.rows<LinkOfMessage>(
    `SELECT m.recipient_id AS "recipientId", c.account_id AS "accountId", c.address_book_id AS "bookId",
       CASE c.channel WHEN 'SMS' THEN 'SMS_LINK' ELSE 'LINK' END AS method,
       NOT EXISTS (SELECT FROM unnest($2::uuid[]) named(id)
         LEFT JOIN topic t ON t.id = named.id AND t.account_id = c.account_id WHERE t.id IS NULL) AS "knowsTopics"
     FROM message m JOIN campaign c ON c.id = m.campaign_id WHERE m.id = $1`,
    [messageId, topicIds],
  );
  return link ?? null;
}
