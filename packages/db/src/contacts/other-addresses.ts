import type { Sql } from '../sql.ts';

/**
 * The recipients that are other addresses of the same persons: what this one's contacts have on other channels, also
 * contacts that were removed from their book. By id. Not theirs in turn: a number that two persons share makes them no one.
 */
export async function otherAddresses(
  sql: Sql,
  organisationId: string,
  recipientId: string,
): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    `SELECT DISTINCT r.id FROM contact_address mine
     JOIN contact_address other ON other.contact_id = mine.contact_id
     JOIN recipient r ON r.id = other.recipient_id
     WHERE mine.recipient_id = $2 AND r.id <> $2 AND r.organisation_id = $1 ORDER BY r.id`,
    [organisationId, recipientId],
  );
  return rows.map(({ id }) => id);
}
