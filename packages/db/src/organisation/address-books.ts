import type { Purpose } from '@adieu/domain';
import type { AddressBook } from './address-book.entity.ts';
import { type Listed, listedOf } from '../listed.ts';
import type { Sql } from '../sql.ts';

const COLUMNS = `b.id, b.account_id AS "accountId", b.name, b.purpose, b.created_at AS "createdAt", b.archived_at AS "archivedAt",
  b.deleted_at AS "deletedAt", b.exempt_since AS "exemptSince", b.adds_sms_way_out AS "addsSmsWayOut"`;

/** What is null does not matter. */
export interface AddressBookFilter {
  readonly accountId: string | null;
  readonly purpose: Purpose | null;
  /** True: the archived ones alone, also those of an archived account; false: the others. Deleted ones are in neither. */
  readonly archived: boolean;
}

/** One page of an organisation's books, in the order they were made. */
export async function listAddressBooks(
  sql: Sql,
  organisationId: string,
  page: { filter: AddressBookFilter; first: number; after: string | null },
): Promise<Listed<AddressBook>> {
  const rows = await sql.rows<AddressBook>(
    `SELECT ${COLUMNS} FROM address_book b JOIN account a ON a.id = b.account_id
     WHERE a.organisation_id = $1 AND b.deleted_at IS NULL AND a.deleted_at IS NULL
       AND (b.archived_at IS NOT NULL OR a.archived_at IS NOT NULL) = $4
       AND ($5::uuid IS NULL OR a.id = $5) AND ($6::text IS NULL OR b.purpose = $6)
       AND ($2::uuid IS NULL OR b.id > $2) ORDER BY b.id LIMIT $3`,
    [
      organisationId,
      page.after,
      page.first + 1,
      page.filter.archived,
      page.filter.accountId,
      page.filter.purpose,
    ],
  );
  return listedOf(rows, page.first);
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
