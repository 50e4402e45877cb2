import type { Purpose, Scope } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** A mail of a campaign that somebody answers. */
export interface AnsweredMessage {
  readonly messageId: string;
  readonly organisationId: string;
  readonly accountId: string;
  readonly accountName: string;
  /** Of the account (ISO 3166); null where none is named. */
  readonly country: string | null;
  readonly addressBookId: string | null;
  readonly purpose: Purpose;
  /** To whom it went. */
  readonly recipientId: string;
  /** Null where it was erased since. */
  readonly address: string | null;
  readonly addressKey: Buffer;
  /** That the recipient is written to in; unchecked. */
  readonly language: string;
  /** What its link leaves, and what they come back to who left by it (A6). */
  readonly scope: Scope;
  /** Whether what this scope is of is still in use. */
  readonly isOpen: boolean;
  /** Whose people read what is answered to its account's mails; null: nobody's. */
  readonly replyAddress: string | null;
}

/** The mail that is answered, by its id; null where there is none (any more), or it was a text. */
export async function answeredMessage(
  sql: Sql,
  messageId: string,
): Promise<AnsweredMessage | null> {
  const [row] = await sql.rows<AnsweredMessage>(
    `SELECT m.id AS "messageId", a.organisation_id AS "organisationId", a.id AS "accountId", a.name AS "accountName", a.country,
       c.address_book_id AS "addressBookId", coalesce(b.purpose, c.purpose) AS purpose,
       r.id AS "recipientId", r.address, r.address_key AS "addressKey",
       coalesce(p.language, k.language, a.default_language) AS language,
       jsonb_build_object(
         'kind', CASE WHEN t.id IS NOT NULL THEN 'TOPIC' WHEN b.id IS NOT NULL THEN 'BOOK' ELSE 'ACCOUNT' END,
         'id', coalesce(t.id, b.id, a.id)) AS scope,
       coalesce(a.archived_at, b.archived_at, t.archived_at, a.deleted_at, b.deleted_at, t.deleted_at) IS NULL AS "isOpen",
       a.reply_address AS "replyAddress"
     FROM message m
     JOIN campaign c ON c.id = m.campaign_id
     JOIN account a ON a.id = c.account_id
     JOIN recipient r ON r.id = m.recipient_id AND r.channel = 'EMAIL'
     LEFT JOIN contact k ON k.id = m.contact_id
     LEFT JOIN address_book b ON b.id = c.address_book_id
     LEFT JOIN topic t ON t.id = topic_of_link(m.id, m.carried_by, c.topic_id)
     LEFT JOIN recipient_preference p ON p.recipient_id = r.id AND p.account_id = a.id
     WHERE m.id = $1`,
    [messageId],
  );
  return row ?? null;
}
