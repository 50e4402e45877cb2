import {
  ATTRIBUTIONS,
  type AudienceCondition,
  CAMPAIGN_STATES,
  type CampaignContent,
  CHANNELS,
  type CompiledContent,
  PAUSE_REASONS,
} from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { AccountEntity } from '../organisation/account.entity.ts';
import { AddressBookEntity } from '../organisation/address-book.entity.ts';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { TopicEntity } from '../organisation/topic.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';
import { SenderEntity } from '../senders/sender.entity.ts';

/** Which part of its book a campaign goes to. What is not there does not narrow it; ids are of the campaign's account. */
export interface CampaignAudience {
  /** All must hold. */
  readonly where?: readonly AudienceCondition[];
  /** One of these must hold. */
  readonly anyOf?: readonly AudienceCondition[];
  readonly languages?: readonly string[];
  /** Who hears about one of these. */
  readonly topics?: readonly string[];
  readonly exceptBooks?: readonly string[];
  readonly exceptCampaigns?: readonly string[];
  /** How many addresses; they are kept as keys. */
  readonly exceptAddresses?: number;
  readonly onlyAddresses?: number;
}
export const CampaignEntity = defineEntity({
  name: 'Campaign',
  tableName: 'campaign',
  indexes: [
    { name: 'campaign_account', properties: ['accountId', 'id'] },
    { name: 'campaign_organisation', properties: ['organisationId', 'id'] },
    { name: 'campaign_released', properties: ['releasedAt'], where: 'released_at IS NOT NULL' },
    { name: 'campaign_sender_id', properties: ['senderId'], where: 'sender_id IS NOT NULL' },
  ],
  checks: [
    {
      name: 'audience_is_filtered',
      expression: "(audience IS NULL) OR (attribution = 'FILTERED'::text)",
    },
    {
      name: 'audience_path_is_of_audience',
      expression: '(audience_path IS NULL) OR (audience IS NOT NULL)',
    },
    {
      name: 'by_hand_has_no_book',
      expression:
        "CASE WHEN (attribution = 'BY_HAND'::text) THEN ((address_book_id IS NULL) AND (topic_id IS NULL) AND (purpose IS NOT NULL)) ELSE ((address_book_id IS NOT NULL) AND (purpose IS NULL)) END",
    },
    { name: 'campaign_audience_check', expression: "jsonb_typeof(audience) = 'object'::text" },
    {
      name: 'campaign_content_is_of_channel',
      expression: "(content ->> 'channel'::text) = channel",
    },
    {
      name: 'campaign_is_released_compiled',
      expression:
        "(released_at IS NULL) OR ((compiled IS NOT NULL) AND ((compiled ->> 'channel'::text) = channel))",
    },
    {
      name: 'campaign_is_released_from_a_sender',
      expression: '(released_at IS NULL) OR (sender_id IS NOT NULL)',
    },
    { name: 'campaign_name_check', expression: "name <> ''::text" },
    {
      name: 'campaign_paused_because',
      expression: "(paused_because IS NULL) OR (state = 'PAUSED'::text)",
    },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: foreignKey(OrganisationEntity),
    accountId: foreignKey(AccountEntity),
    addressBookId: foreignKey(AddressBookEntity).strictNullable(),
    topicId: foreignKey(TopicEntity).strictNullable(),
    name: p.text(),
    channel: p.enum([...CHANNELS]),
    content: p.json<CampaignContent>().comment('As its author wrote it: domain CampaignContent'),
    compiled: p
      .json<CompiledContent>()
      .strictNullable()
      .lazy()
      .comment('What it was made into at its release, and is sent as: domain CompiledContent'),
    senderId: foreignKey(SenderEntity)
      .strictNullable()
      .comment(
        'What it is sent from, as it was at its release; null of a draft, which follows its book',
      ),
    state: p.enum([...CAMPAIGN_STATES]).default('DRAFT'),
    createdAt: p.datetime().defaultRaw('now()'),
    createdBy: p.text(),
    releasedAt: p.datetime().strictNullable(),
    finishedAt: p.datetime().strictNullable(),
    attribution: p.enum([...ATTRIBUTIONS]).default('BOOK'),
    purpose: p
      .enum(['MARKETING', 'TRANSACTIONAL'])
      .strictNullable()
      .comment('Of a campaign by hand; the others have that of their book'),
    changedAt: p.datetime().strictNullable(),
    changedBy: p
      .text()
      .strictNullable()
      .comment(
        'The key by which it was paused, resumed or cancelled last; null where it was paused by itself',
      ),
    pausedBecause: p
      .enum([...PAUSE_REASONS])
      .strictNullable()
      .comment('Why it was paused by itself; null where a key paused it'),
    sendAt: p
      .datetime()
      .strictNullable()
      .comment(
        'Not before; null = at once. Each message has its own hour where recipients live apart',
      ),
    audience: p
      .json<CampaignAudience>()
      .strictNullable()
      .comment(
        'Which part of its book; null = all of it. Addresses stand in campaign_address, here is how many',
      ),
    audiencePath: p
      .text()
      .columnType('jsonpath')
      .strictNullable()
      .comment("The conditions of audience on a contact's fields; null = none"),
  },
});
/** Without what it was compiled into: that is large, and only filled. */
export type Campaign = Omit<InferEntity<typeof CampaignEntity>, 'compiled'>;
