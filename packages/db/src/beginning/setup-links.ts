import type { Sql } from '../sql.ts';

/** Whether anybody is here yet. */
export async function hasOrganisation(sql: Sql): Promise<boolean> {
  return (await sql.rows('SELECT 1 FROM organisation LIMIT 1')).length > 0;
}

/** Arms a link to the set-up page, where nobody is here yet; false where somebody is. */
export async function armSetupLink(sql: Sql, tokenHash: Buffer, now: Date): Promise<boolean> {
  const rows = await sql.rows(
    `INSERT INTO setup_link (token_hash, created_at) SELECT $1, $2
     WHERE NOT EXISTS (SELECT FROM organisation) RETURNING 1`,
    [tokenHash, now],
  );
  return rows.length > 0;
}

export type SetupState = 'OPEN' | 'DONE';

/** Where a set-up link stands; null for one that was never there. */
export async function setupState(sql: Sql, tokenHash: Buffer): Promise<SetupState | null> {
  const [row] = await sql.rows<{ state: SetupState }>(
    `SELECT CASE WHEN EXISTS (SELECT FROM organisation) THEN 'DONE' ELSE 'OPEN' END AS state
     FROM setup_link WHERE token_hash = $1`,
    [tokenHash],
  );
  return row?.state ?? null;
}
