import {
  ATTRIBUTIONS,
  type AudienceCondition,
  CAMPAIGN_STATES,
  PAUSE_REASONS,
  PURPOSES,
} from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';

/** What the sender says of himself in the mail, as the law wants it (H-18). */
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
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: p.uuid(),
    accountId: p.uuid(),
    addressBookId: p.uuid().nullable(),
    attribution: p.enum([...ATTRIBUTIONS]),
    purpose: p.enum([...PURPOSES]).nullable(),
    topicId: p.uuid().nullable(),
    name: p.text(),
    subject: p.json<Record<string, string>>(),
    mjml: p.json<Record<string, string>>(),
    html: p.json<Record<string, string>>(),
    text: p.json<Record<string, string>>(),
    partials: p.json<Record<string, Record<string, string>>>(),
    header: p.enum(['TOP', 'PLACED', 'NONE']).nullable(),
    identity: p.json<CampaignIdentity>().nullable(),
    audience: p.json<CampaignAudience>().nullable(),
    state: p.enum([...CAMPAIGN_STATES]),
    createdAt: p.datetime().defaultRaw('now()'),
    createdBy: p.text(),
    releasedAt: p.datetime().nullable(),
    sendAt: p.datetime().nullable(),
    finishedAt: p.datetime().nullable(),
    changedAt: p.datetime().nullable(),
    changedBy: p.text().nullable(),
    pausedBecause: p.enum([...PAUSE_REASONS]).nullable(),
  },
});
export type Campaign = InferEntity<typeof CampaignEntity>;
