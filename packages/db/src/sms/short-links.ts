import type { Sql } from '../sql.ts';

/** The message whose short link this is; null where there is none. */
export async function messageOfShortLink(sql: Sql, code: string): Promise<string | null> {
  const [row] = await sql.rows<{ id: string }>(
    'SELECT message_id AS id FROM short_link WHERE code = $1',
    [code],
  );
  return row?.id ?? null;
}
