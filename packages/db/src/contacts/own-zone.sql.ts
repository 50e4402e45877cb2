import type { Sql } from '../sql.ts';

/** SQL for the zone that a recipient's contacts say (their field `time_zone`, not checked), the newest first; null where none does. */
export const OWN_ZONE = (recipientId: string): string => `
  (SELECT z.fields ->> 'time_zone' FROM contact_address x JOIN contact z ON z.id = x.contact_id
    WHERE x.recipient_id = ${recipientId} AND z.fields ->> 'time_zone' <> '' ORDER BY z.created_at DESC LIMIT 1)`;

/** That zone, not checked; null where no contact of the recipient says one. */
export async function ownZone(sql: Sql, recipientId: string): Promise<string | null> {
  const [row] = await sql.rows<{ zone: string | null }>(`SELECT ${OWN_ZONE('$1')} AS zone`, [
    recipientId,
  ]);
  return row?.zone ?? null;
}
