import type { Channel } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/**
 * SQL for the recipients that are other addresses of the same person: what the recipient's contacts have, and what the contact
 * that a message went to has by now. Both are expressions.
 */
export const OTHERS = (recipient: string, contact: string): string => `
  SELECT x.recipient_id FROM contact_address x
  WHERE x.recipient_id <> ${recipient} AND (x.contact_id = ${contact}
    OR x.contact_id IN (SELECT mine.contact_id FROM contact_address mine WHERE mine.recipient_id = ${recipient}))`;

/** SQL for the channels on which the same person has addresses, the recipient's own first. */
export const CHANNELS_OF = (recipient: string, contact: string): string => `
  ARRAY(SELECT k.channel FROM recipient k WHERE k.id = ${recipient}
      OR k.id IN (${OTHERS(recipient, contact)})
    GROUP BY k.channel ORDER BY bool_or(k.id = ${recipient}) DESC, k.channel)`;

/** The channels on which a recipient's contacts have addresses, their own first; empty where there is no such recipient. */
export async function channelsOf(sql: Sql, recipientId: string): Promise<readonly Channel[]> {
  const [row] = await sql.rows<{ channels: Channel[] }>(
    `SELECT ${CHANNELS_OF('$1::uuid', 'NULL::uuid')} AS channels`,
    [recipientId],
  );
  return row!.channels;
}
