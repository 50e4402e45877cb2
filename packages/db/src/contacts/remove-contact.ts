import type { Sql } from '../sql.ts';

/**
 * Takes a contact out of their book, with all their addresses. That is no opt-out, and ends none (F9, W-13). It keeps its
 * addresses until another contact of the book gets one: a wish on all channels still goes to each.
 */
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
