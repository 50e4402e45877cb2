import type { Sql } from '../sql.ts';

/** Names of fields that contacts of a book have, by the alphabet: of the first 1,000, at most 20. */
export async function someFields(sql: Sql, addressBookId: string): Promise<string[]> {
  const rows = await sql.rows<{ field: string }>(
    `SELECT DISTINCT f.field FROM (
       SELECT fields FROM contact WHERE address_book_id = $1 AND removed_at IS NULL LIMIT 1000
     ) k CROSS JOIN LATERAL jsonb_object_keys(k.fields) AS f(field) ORDER BY 1 LIMIT 20`,
    [addressBookId],
  );
  return rows.map(({ field }) => field);
}
