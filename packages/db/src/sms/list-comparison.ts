import type { Sql } from '../sql.ts';

/** Writes down how the comparison of a gateway's list went; null = it came to no end. */
export async function noteListsCompared(
  sql: Sql,
  gateway: string,
  found: { readonly taken: number; readonly given: number } | null,
  now: Date,
): Promise<void> {
  await sql.rows(
    `INSERT INTO sms_list_comparison AS c (gateway, tried_at, compared_at, taken, given)
     VALUES ($1, $2, CASE WHEN $3::int IS NOT NULL THEN $2::timestamptz END, coalesce($3::int, 0), coalesce($4::int, 0))
     ON CONFLICT (gateway) DO UPDATE SET tried_at = excluded.tried_at,
       compared_at = coalesce(excluded.compared_at, c.compared_at),
       taken = CASE WHEN excluded.compared_at IS NULL THEN c.taken ELSE excluded.taken END,
       given = CASE WHEN excluded.compared_at IS NULL THEN c.given ELSE excluded.given END`,
    [gateway, now, found?.taken ?? null, found?.given ?? null],
  );
}
