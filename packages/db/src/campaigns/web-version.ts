import type { Sql } from '../sql.ts';
import { type CampaignForSending, campaignForSending } from './campaign-for-sending.ts';

/** What the web version of one message is filled with. */
export interface WebVersion {
  readonly campaign: CampaignForSending;
  readonly language: string | null;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * What a message said, for its web version: with the contact's fields as they are now. Null where there is no such
 * message, its person was erased, or its account is gone. Writes nothing: nobody learns who read.
 */
export async function webVersion(sql: Sql, messageId: string): Promise<WebVersion | null> {
  const [message] = await sql.rows<Omit<WebVersion, 'campaign'> & { campaignId: string }>(
    `SELECT m.campaign_id AS "campaignId", coalesce(p.language, k.language) AS language, coalesce(k.fields, '{}') AS fields
     FROM message m
     JOIN campaign c ON c.id = m.campaign_id
     JOIN account a ON a.id = c.account_id AND a.deleted_at IS NULL
     JOIN recipient r ON r.id = m.recipient_id AND r.address IS NOT NULL
     LEFT JOIN contact k ON k.id = m.contact_id
     LEFT JOIN recipient_preference p ON p.recipient_id = r.id AND p.account_id = a.id
     WHERE m.id = $1`,
    [messageId],
  );
  if (message === undefined) return null;
  const { campaignId, language, fields } = message;
  const campaign = await campaignForSending(sql, campaignId);
  return campaign && { campaign, language, fields };
}
