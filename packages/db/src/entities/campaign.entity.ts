import { ATTRIBUTIONS, CAMPAIGN_STATES, PURPOSES } from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';

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
    state: p.enum([...CAMPAIGN_STATES]),
    createdAt: p.datetime().defaultRaw('now()'),
    createdBy: p.text(),
    releasedAt: p.datetime().nullable(),
    finishedAt: p.datetime().nullable(),
  },
});
export type Campaign = InferEntity<typeof CampaignEntity>;
