import type { Purpose } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import type { NewCampaign } from './create-campaign.ts';

export interface NamedRecipient {
  /** The normal form. */
  readonly address: string;
  readonly addressKey: Buffer;
}

/**
 * A draft to recipients by address, each of the content's channel, through no book (B6): a stop of one of them is a request
 * against the account. Naming somebody twice is naming them once.
 */
export async function createCampaignByHand(
  sql: Sql,
  campaign: Omit<NewCampaign, 'addressBookId' | 'topicId' | 'audience'> & {
    readonly accountId: string;
    readonly purpose: Exclude<Purpose, 'SERVICE'>;
    readonly recipients: readonly NamedRecipient[];
  },
): Promise<{ campaignId: string } | { refused: 'account-not-found' | 'archived' }> {
  const { organisationId, accountId, recipients } = campaign;
  const [account] = await sql.rows<{ archived: boolean }>(
    'SELECT archived_at IS NOT NULL AS archived FROM account WHERE id = $1 AND organisation_id = $2',
    [accountId, organisationId],
  );
  if (account === undefined) return { refused: 'account-not-found' };
  if (account.archived) return { refused: 'archived' };
  const [row] = await sql.rows<{ id: string }>(
    `INSERT INTO campaign (organisation_id, account_id, attribution, purpose, name, channel, content, created_by)
     VALUES ($1, $2, 'BY_HAND', $3, $4, $5, $6, $7) RETURNING id`,
    [
      organisationId,
      accountId,
      campaign.purpose,
      campaign.name,
      campaign.content.channel,
      JSON.stringify(campaign.content),
      campaign.createdBy,
    ],
  );
  // In order of key, as imports do, so that two at once wait for each other instead of deadlocking.
  const named = [...new Map(recipients.map((each) => [each.address, each])).values()].sort((a, b) =>
    Buffer.compare(a.addressKey, b.addressKey),
  );
  await sql.rows(
    `WITH known AS (
       INSERT INTO recipient AS r (organisation_id, channel, address_key, address)
       SELECT $1, $5, n.address_key, n.address FROM unnest($3::bytea[], $4::text[]) AS n(address_key, address)
       ON CONFLICT (organisation_id, channel, address_key) DO UPDATE SET address = coalesce(r.address, excluded.address)
       RETURNING id
     ) INSERT INTO campaign_recipient (campaign_id, recipient_id) SELECT $2, id FROM known`,
    [
      organisationId,
      row!.id,
      named.map(({ addressKey }) => addressKey),
      named.map(({ address }) => address),
      campaign.content.channel,
    ],
  );
  return { campaignId: row!.id };
}
