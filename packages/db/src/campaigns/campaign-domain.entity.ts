import { defineEntity, p } from '@mikro-orm/postgresql';
import { foreignKey } from '../orm/foreign-key.ts';
import { CampaignEntity } from './campaign.entity.ts';

export const CampaignDomainEntity = defineEntity({
  name: 'CampaignDomain',
  tableName: 'campaign_domain',
  comment:
    'Domains with enough recipients in a campaign to make a burst (domain: burstFrom, countEarlyLeaver)',
  checks: [{ name: 'campaign_domain_burst_from_check', expression: 'burst_from > 1' }],
  properties: {
    campaignId: foreignKey(CampaignEntity).deleteRule('cascade').primary(),
    mailDomain: p.text().primary(),
    burstFrom: p.integer(),
    earlyLeavers: p.integer().default(0),
    countedUntil: p.datetime().defaultRaw("'-infinity'::timestamp with time zone"),
    quarantineId: p.uuid().strictNullable(),
  },
});
