import { regimeZone } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { ACCOUNT_ZONE } from './account-zone.sql.ts';

/** The zone (IANA) of an organisation's first account: a guess for readers whose language tells nothing. */
export async function accountZoneOf(sql: Sql, organisationId: string): Promise<string> {
  const [row] = await sql.rows<{ zone: string }>(
    `SELECT ${ACCOUNT_ZONE('a')} AS zone FROM account a WHERE a.organisation_id = $1 ORDER BY a.id LIMIT 1`,
    [organisationId],
  );
  return row?.zone ?? regimeZone(null);
}
