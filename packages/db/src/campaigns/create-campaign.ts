import type { CampaignIdentity } from '../entities/index.ts';
import type { Sql } from '../sql.ts';

export interface NewCampaign {
  readonly organisationId: string;
  readonly addressBookId: string;
  readonly topicId: string | null;
  readonly name: string;
  /** Texts by language code. */
  readonly subject: Readonly<Record<string, string>>;
  readonly mjml: Readonly<Record<string, string>>;
  readonly html?: Readonly<Record<string, string>>;
  readonly text?: Readonly<Record<string, string>>;
  /** By name, then by language code. */
  readonly partials?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly header?: 'TOP' | 'PLACED' | 'NONE' | null;
  readonly identity?: CampaignIdentity | null;
  readonly createdBy: string;
}

/**
 * A draft. `not-found` where the book or the topic is not of this organisation, or they are of different accounts;
 * `archived` where one of them is, or their account: nothing is sent through it any more.
 */
export async function createCampaign(
  sql: Sql,
  campaign: NewCampaign,
): Promise<
  { campaignId: string } | { refused: 'book-not-found' | 'topic-not-found' | 'archived' }
> {
  const [book] = await sql.rows<{ accountId: string; topicFound: boolean; archived: boolean }>(
    `SELECT a.id AS "accountId",
       $3::uuid IS NULL OR t.id IS NOT NULL AS "topicFound",
       coalesce(a.archived_at, b.archived_at, t.archived_at) IS NOT NULL AS archived
     FROM address_book b JOIN account a ON a.id = b.account_id
     LEFT JOIN topic t ON t.id = $3 AND t.account_id = a.id
     WHERE b.id = $1 AND a.organisation_id = $2`,
    [campaign.addressBookId, campaign.organisationId, campaign.topicId],
  );
  if (book === undefined) return { refused: 'book-not-found' };
  if (!book.topicFound) return { refused: 'topic-not-found' };
  if (book.archived) return { refused: 'archived' };
  const [row] = await sql.rows<{ id: string }>(
    `INSERT INTO campaign (organisation_id, account_id, address_book_id, topic_id, name, subject, mjml, created_by,
       html, text, partials, header, identity)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id`,
    [
      campaign.organisationId,
      book.accountId,
      campaign.addressBookId,
      campaign.topicId,
      campaign.name,
      JSON.stringify(campaign.subject),
      JSON.stringify(campaign.mjml),
      campaign.createdBy,
      JSON.stringify(campaign.html ?? {}),
      JSON.stringify(campaign.text ?? {}),
      JSON.stringify(campaign.partials ?? {}),
      campaign.header ?? null,
      campaign.identity ? JSON.stringify(campaign.identity) : null,
    ],
  );
  return { campaignId: row!.id };
}
