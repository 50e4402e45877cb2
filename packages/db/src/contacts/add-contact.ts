import type { Channel, Language } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { ensureRecipient } from './recipients.ts';

/**
 * Puts an address into a book, or brings what is known of it up to date. Revives nothing: the state belongs to the
 * address (F9, W-13). `not-found` where the organisation has no such book, `archived` where nothing goes through it any more.
 */
export async function addContact(
  sql: Sql,
  input: {
    organisationId: string;
    addressBookId: string;
    channel: Channel;
    address: string;
    addressKey: Buffer;
    language: Language | null;
    fields: Readonly<Record<string, string>>;
  },
): Promise<{ contactId: string } | { refused: 'not-found' | 'archived' }> {
  const { organisationId, addressBookId, channel, address, addressKey } = input;
  const [book] = await sql.rows<{ archived: boolean }>(
    `SELECT coalesce(a.archived_at, b.archived_at) IS NOT NULL AS archived
     FROM address_book b JOIN account a ON a.id = b.account_id WHERE b.id = $1 AND a.organisation_id = $2`,
    [addressBookId, organisationId],
  );
  if (book === undefined) return { refused: 'not-found' };
  if (book.archived) return { refused: 'archived' };
  const recipientId = await ensureRecipient(sql, { organisationId, channel, addressKey, address });
  const [contact] = await sql.rows<{ id: string }>(
    `INSERT INTO contact AS k (address_book_id, recipient_id, language, fields) VALUES ($1, $2, $3, $4)
     ON CONFLICT (address_book_id, recipient_id)
     DO UPDATE SET language = coalesce(excluded.language, k.language), fields = k.fields || excluded.fields, removed_at = NULL
     RETURNING id`,
    [addressBookId, recipientId, input.language, JSON.stringify(input.fields)],
  );
  return { contactId: contact!.id };
}

/** Takes a contact out of their book. That is no opt-out, and ends none (F9, W-13). */
export async function removeContact(
  sql: Sql,
  input: { organisationId: string; contactId: string; now: Date },
): Promise<{ addressBookId: string } | { refused: 'not-found' }> {
  const [row] = await sql.rows<{ addressBookId: string }>(
    `UPDATE contact k SET removed_at = $3 FROM address_book b JOIN account a ON a.id = b.account_id
     WHERE k.id = $1 AND b.id = k.address_book_id AND a.organisation_id = $2 AND k.removed_at IS NULL
     RETURNING k.address_book_id AS "addressBookId"`,
    [input.contactId, input.organisationId, input.now],
  );
  return row ?? { refused: 'not-found' };
}
