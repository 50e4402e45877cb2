import type { Sql } from '../sql.ts';

/** Until the end of the transaction nobody else who calls this changes what is of the organisation: one after the other. */
export async function lockOrganisation(sql: Sql, id: string): Promise<void> {
  await sql.rows('SELECT 1 FROM organisation WHERE id = $1 FOR NO KEY UPDATE', [id]);
}
