import { type Listed, listedOf } from '../listed.ts';
import type { Sql } from '../sql.ts';

/** Puts a number on the block list of a shared short code (A8). Who came back to something since leaves that too. */
export async function blockAtShortCode(
  sql: Sql,
  block: {
    readonly addressKey: Buffer;
    readonly shortCode: string;
    readonly organisationId: string | null;
    readonly addressBookId: string | null;
    readonly now: Date;
  },
): Promise<void> {
  await sql.rows(
    `INSERT INTO platform_block (address_key, short_code, since, organisation_id, address_book_id)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (address_key, short_code)
     DO UPDATE SET since = excluded.since, organisation_id = excluded.organisation_id,
       address_book_id = excluded.address_book_id, returned_to = NULL WHERE platform_block.returned_to IS NOT NULL`,
    [block.addressKey, block.shortCode, block.now, block.organisationId, block.addressBookId],
  );
}

/** A number on the block list of a shared short code. */
export interface PlatformBlock {
  readonly shortCode: string;
  readonly since: Date;
  readonly addressKey: Buffer;
  /** Null where no organisation has it, or any more. */
  readonly address: string | null;
  /** The book that the number was written to through last: a tag. */
  readonly addressBookId: string | null;
  readonly addressBookName: string | null;
  readonly organisationName: string | null;
}

/** One page of the block list, the newest first: for the installation's operators. */
export async function listPlatformBlocks(
  sql: Sql,
  page: { first: number; after: { since: Date; addressKey: string } | null },
): Promise<Listed<PlatformBlock>> {
  const rows = await sql.rows<PlatformBlock>(
    `SELECT b.short_code AS "shortCode", b.since, b.address_key AS "addressKey", b.address_book_id AS "addressBookId",
       k.name AS "addressBookName", o.name AS "organisationName",
       (SELECT r.address FROM recipient r WHERE r.organisation_id = b.organisation_id AND r.channel = 'SMS'
          AND r.address_key = b.address_key) AS address
     FROM platform_block b LEFT JOIN address_book k ON k.id = b.address_book_id
     LEFT JOIN organisation o ON o.id = b.organisation_id
     WHERE $2::timestamptz IS NULL OR (b.since, b.address_key) < ($2, decode($3, 'hex'))
     ORDER BY b.since DESC, b.address_key DESC LIMIT $1`,
    [page.first + 1, page.after?.since ?? null, page.after?.addressKey ?? null],
  );
  return listedOf(rows, page.first);
}
