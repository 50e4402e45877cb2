import type { Sql } from '../sql.ts';

/**
 * Makes an address a contact of a book, or brings back the contact that has it; the caller's transaction has locked the
 * recipient. That alone lifts nothing.
 */
export async function joinBook(
  sql: Sql,
  input: { addressBookId: string; recipientId: string; language: string },
): Promise<void> {
  await sql.rows(JOIN, [input.addressBookId, input.recipientId, input.language]);
}

const JOIN = `
  WITH known AS (
    UPDATE contact k SET removed_at = NULL FROM contact_address x
    WHERE x.contact_id = k.id AND x.address_book_id = $1 AND x.recipient_id = $2 RETURNING k.id
  ), made AS (
    INSERT INTO contact (address_book_id, language) SELECT $1, $3 WHERE NOT EXISTS (SELECT FROM known) RETURNING id
  )
  INSERT INTO contact_address (contact_id, channel, address_book_id, recipient_id)
  SELECT m.id, r.channel, $1, r.id FROM made m JOIN recipient r ON r.id = $2`;
