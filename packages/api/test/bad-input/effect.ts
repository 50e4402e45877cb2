import { house } from './world.ts';

/** How many rows there are of everything that a mutation may make. */
async function rowsOfAll(): Promise<Record<string, number>> {
  const tables = await house.test.db.sql.rows<{ name: string; n: string }>(
    `SELECT c.relname AS name,
       (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %I', c.relname), false, true, '')))[1]::text AS n
     FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
       AND c.relname NOT IN ('idempotency_key', 'migration')`,
  );
  return Object.fromEntries(tables.map(({ name, n }) => [name, Number(n)]));
}

/** By how many rows of which tables some work changed them. */
export async function effectOf(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await rowsOfAll();
  await work();
  const after = await rowsOfAll();
  const changes = Object.entries(after).map(
    ([name, n]) => [name, n - (before[name] ?? 0)] as const,
  );
  return Object.fromEntries(changes.filter(([, n]) => n !== 0));
}

/** What stands in every table, as digests: the same where nothing was changed. Keys are left out: each use is noted in them. */
export async function digestOfAll(): Promise<Record<string, string>> {
  const tables = await house.test.db.sql.rows<{ name: string; digest: string }>(
    `SELECT c.relname AS name, (xpath('/row/d/text()', query_to_xml(format(
       'SELECT md5(coalesce(string_agg(t::text, '','' ORDER BY t::text), '''')) AS d FROM %I t', c.relname), false, true, '')))[1]::text AS digest
     FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'api_key'`,
  );
  return Object.fromEntries(tables.map(({ name, digest }) => [name, digest]));
}
