import type { AddressBook } from './address-book.entity.ts';
import type { Sql } from '../sql.ts';

const COLUMNS = `b.id, b.account_id AS "accountId", b.name, b.purpose, b.created_at AS "createdAt", b.archived_at AS "archivedAt",
  b.deleted_at AS "deletedAt", b.exempt_since AS "exemptSince"`;

/** One page of an organisation's books, in the order they were made; archived ones are left out. */
export async function listAddressBooks(
  sql: Sql,
  organisationId: string,
  page: { first: number; after: string | null },
): Promise<{ rows: AddressBook[]; hasNext: boolean }> {
  const rows = await sql.rows<AddressBook>(
    `SELECT ${COLUMNS} FROM address_book b JOIN account a ON a.id = b.account_id
     WHERE a.organisation_id = $1 AND b.archived_at IS NULL AND a.archived_at IS NULL AND ($2::uuid IS NULL OR b.id > $2) ORDER BY b.id LIMIT $3`,
    [organisationId, page.after, page.first + 1],
  );
  return { rows: rows.slice(0, page.first), hasNext: rows.length > page.first };
}

/** A book of this organisation with the language that its account falls back to; null where there is none. */
export async function findAddressBook(
  sql: Sql,
  organisationId: string,
  id: string,
): Promise<(AddressBook & { readonly defaultLanguage: string }) | null> {
  const [row] = await sql.rows<AddressBook & { defaultLanguage: string }>(
    `SELECT ${COLUMNS}, a.default_language AS "defaultLanguage" FROM address_book b JOIN account a ON a.id = b.account_id
     WHERE a.organisation_id = $1 AND b.id = $2`,
    [organisationId, id],
  );
  return row ?? null;
}
