import type { CampaignContent } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { audiencePath } from './audience-path.ts';
import {
  type AudienceRefusal,
  type ChosenAudience,
  keepAddresses,
  keptAudience,
  refuseAudience,
} from './choose-audience.ts';

export interface NewCampaign {
  readonly organisationId: string;
  readonly addressBookId: string;
  readonly topicId: string | null;
  /** Which part of the book; null = all of it. */
  readonly audience?: ChosenAudience | null;
  readonly name: string;
  readonly content: CampaignContent;
  readonly createdBy: string;
}

/**
 * A draft. `not-found` where the book or the topic is not of this organisation, or they are of different accounts;
 * `archived` where one of them is, or their account: nothing is sent through it any more. Whom an audience chooses is
 * asked anew at the check and at the release; that it can be asked, now.
 */
export async function createCampaign(
  sql: Sql,
  campaign: NewCampaign,
): Promise<
  | { campaignId: string }
  | { refused: 'book-not-found' | 'topic-not-found' | 'archived' }
  | AudienceRefusal
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
  const { addressBookId, audience = null } = campaign;
  const refused =
    audience && (await refuseAudience(sql, { accountId: book.accountId, addressBookId }, audience));
  if (refused) return refused;
  const [row] = await sql.rows<{ id: string }>(
    `INSERT INTO campaign (organisation_id, account_id, address_book_id, topic_id, name, channel, content, created_by,
       attribution, audience, audience_path)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`,
    [
      campaign.organisationId,
      book.accountId,
      addressBookId,
      campaign.topicId,
      campaign.name,
      campaign.content.channel,
      JSON.stringify(campaign.content),
      campaign.createdBy,
      audience ? 'FILTERED' : 'BOOK',
      audience && JSON.stringify(keptAudience(audience)),
      audience && audiencePath(audience),
    ],
  );
  if (audience) await keepAddresses(sql, row!.id, audience);
  return { campaignId: row!.id };
}
