/** SQL for the zone that a recipient's contacts say (their field `time_zone`, not checked), the newest first; null where none does. */
export const OWN_ZONE = (recipientId: string): string => `
  (SELECT z.fields ->> 'time_zone' FROM contact_address x JOIN contact z ON z.id = x.contact_id
    WHERE x.recipient_id = ${recipientId} AND z.fields ->> 'time_zone' <> '' ORDER BY z.created_at DESC LIMIT 1)`;
