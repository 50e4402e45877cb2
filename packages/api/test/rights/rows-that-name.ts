import type { Sql } from '@adieu/db';
import { TypeID } from 'typeid-js';

/** A digest of all rows of all tables that hold one of these ids: what is of somebody, before and after. */
export async function rowsThatName(
  sql: Sql,
  publicIds: readonly string[],
): Promise<Record<string, string>> {
  const ids = publicIds.map((id) => TypeID.fromString(id).toUUID()).join('|');
  const tables = await sql.rows<{ name: string; digest: string }>(
    `SELECT c.relname AS name, (xpath('/row/d/text()', query_to_xml(format(
       'SELECT md5(coalesce(string_agg(t::text, '','' ORDER BY t::text), '''')) AS d FROM %I t WHERE t::text ~ %L',
       c.relname, $1::text), false, true, '')))[1]::text AS digest
     FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
       AND c.relname NOT IN ('idempotency_key', 'api_key', 'migration')`,
    [ids],
  );
  return Object.fromEntries(tables.map(({ name, digest }) => [name, digest]));
}
