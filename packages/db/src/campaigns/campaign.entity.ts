import {
  ATTRIBUTIONS,
  type AudienceCondition,
  CAMPAIGN_STATES,
  PAUSE_REASONS,
} from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { AccountEntity } from '../organisation/account.entity.ts';
import { AddressBookEntity } from '../organisation/address-book.entity.ts';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { TopicEntity } from '../organisation/topic.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

/** What the sender says of themselves in the mail, as the law wants it (H-18). */
export interface CampaignIdentity {
  readonly postalAddress: string | null;
  readonly onBehalfOf: string | null;
  readonly marking: string | null;
}

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
    { name: 'campaign_html_check', expression: "jsonb_typeof(html) = 'object'::text" },
    { name: 'campaign_identity_check', expression: "jsonb_typeof(identity) = 'object'::text" },
    { name: 'campaign_name_check', expression: "name <> ''::text" },
    { name: 'campaign_partials_check', expression: "jsonb_typeof(partials) = 'object'::text" },
    {
      name: 'campaign_paused_because',
      expression: "(paused_because IS NULL) OR (state = 'PAUSED'::text)",
    },
    { name: 'campaign_text_check', expression: "jsonb_typeof(text) = 'object'::text" },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: foreignKey(OrganisationEntity),
    accountId: foreignKey(AccountEntity),
    addressBookId: foreignKey(AddressBookEntity).strictNullable(),
    topicId: foreignKey(TopicEntity).strictNullable(),
    name: p.text(),
    subject: p.json<Record<string, string>>(),
    mjml: p.json<Record<string, string>>(),
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
    html: p.json<Record<string, string>>().defaultRaw("'{}'::jsonb"),
    text: p.json<Record<string, string>>().defaultRaw("'{}'::jsonb"),
    partials: p.json<Record<string, Record<string, string>>>().defaultRaw("'{}'::jsonb"),
    header: p
      .enum(['TOP', 'PLACED', 'NONE'])
      .strictNullable()
      .comment('Where the way out stands; null = where the content says, else at the top'),
    identity: p.json<CampaignIdentity>().strictNullable(),
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
export type Campaign = InferEntity<typeof CampaignEntity>;
