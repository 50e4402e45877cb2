import type { Sql } from '../sql.ts';

/** Puts a number on the block list of a shared short code (A8); a repetition keeps the first day and its tag. */
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
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (address_key, short_code) DO NOTHING`,
    [block.addressKey, block.shortCode, block.now, block.organisationId, block.addressBookId],
  );
}
