import type { Sql } from '../sql.ts';

/** What one message is filled with, to be shown as it was sent. */
export interface WebVersion {
  readonly campaignId: string;
  readonly organisationName: string;
  readonly accountName: string;
  readonly language: string | null;
  readonly fields: Readonly<Record<string, string>>;
  /** Its mail told of other messages too: what was held for its recipient. */
  readonly carriesOthers: boolean;
}

/**
 * What a message said: with the contact's fields as they are now. Null where there is no such message, its person was
 * erased, or its account is gone. Writes nothing: nobody learns who read.
 */
export async function webVersion(sql: Sql, messageId: string): Promise<WebVersion | null> {
  const [message] = await sql.rows<WebVersion>(
    `SELECT m.campaign_id AS "campaignId", o.name AS "organisationName", a.name AS "accountName",
       coalesce(p.language, k.language) AS language, coalesce(k.fields, '{}') AS fields,
       EXISTS (SELECT FROM message x WHERE x.carried_by = m.id AND x.id <> m.id) AS "carriesOthers"
     FROM message m
     JOIN campaign c ON c.id = m.campaign_id
     JOIN account a ON a.id = c.account_id AND a.deleted_at IS NULL
     JOIN organisation o ON o.id = a.organisation_id
     JOIN recipient r ON r.id = m.recipient_id AND r.address IS NOT NULL
     LEFT JOIN contact k ON k.id = m.contact_id
     LEFT JOIN recipient_preference p ON p.recipient_id = r.id AND p.account_id = a.id
     WHERE m.id = $1`,
    [messageId],
  );
  return message ?? null;
}
