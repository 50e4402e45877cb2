import type { Sql } from '../sql.ts';

/** How long an account's confirmation links work (D-5), 1 to 30 days; links that are out keep their time. False where there is no such account. */
export async function setDoubleOptInDays(
  sql: Sql,
  input: { readonly organisationId: string; readonly accountId: string; readonly days: number },
): Promise<boolean> {
  const rows = await sql.rows(
    'UPDATE account SET double_opt_in_days = $3 WHERE organisation_id = $1 AND id = $2 RETURNING 1',
    [input.organisationId, input.accountId, input.days],
  );
  return rows.length > 0;
}
