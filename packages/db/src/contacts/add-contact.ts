import type { Transaction } from '../sql.ts';
import { type MergeRefusal, mergeContacts, type Person } from './merge-contacts.ts';

/**
 * Puts a person into a book, or brings what is known of them up to date, in the caller's transaction; as an import of one
 * row. `not-found` where the organisation has no such book, `archived` where nothing goes through it any more.
 */
export async function addContact(
  tx: Transaction,
  input: Person & {
    readonly organisationId: string;
    readonly addressBookId: string;
    readonly now: Date;
  },
): Promise<{ contactId: string } | { refused: 'not-found' | 'archived' } | MergeRefusal> {
  const { organisationId, addressBookId, now, ...person } = input;
  const [book] = await tx.rows<{ archived: boolean }>(
    `SELECT coalesce(a.archived_at, b.archived_at) IS NOT NULL AS archived
     FROM address_book b JOIN account a ON a.id = b.account_id WHERE b.id = $1 AND a.organisation_id = $2`,
    [addressBookId, organisationId],
  );
  if (book === undefined) return { refused: 'not-found' };
  if (book.archived) return { refused: 'archived' };
  const [merged] = await mergeContacts(tx, {
    organisationId,
    addressBookId,
    persons: [person],
    now,
  });
  return 'refused' in merged! ? merged : { contactId: merged!.contactId };
}
