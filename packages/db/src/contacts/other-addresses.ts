import type { Sql } from '../sql.ts';

/** The recipients that are other addresses of the same persons: what contacts link to this one, in either direction. By id. */
export async function otherAddresses(
  sql: Sql,
  organisationId: string,
  recipientId: string,
): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    `SELECT r.id FROM recipient r WHERE r.organisation_id = $1 AND r.id <> $2 AND r.id IN (
       SELECT linked_recipient_id FROM contact WHERE recipient_id = $2
       UNION SELECT recipient_id FROM contact WHERE linked_recipient_id = $2)
     ORDER BY r.id`,
    [organisationId, recipientId],
  );
  return rows.map(({ id }) => id);
}
