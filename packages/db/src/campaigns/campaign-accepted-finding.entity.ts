import { defineEntity, p } from '@mikro-orm/postgresql';
import { foreignKey } from '../orm/foreign-key.ts';
import { CampaignEntity } from './campaign.entity.ts';

export const CampaignAcceptedFindingEntity = defineEntity({
  name: 'CampaignAcceptedFinding',
  tableName: 'campaign_accepted_finding',
  comment: 'Warnings of a check that somebody took upon themselves; errors never',
  checks: [{ name: 'campaign_accepted_finding_reason_check', expression: "reason <> ''" }],
  properties: {
    campaignId: foreignKey(CampaignEntity).deleteRule('cascade').primary(),
    finding: p.text().primary(),
    reason: p.text(),
    acceptedBy: p.text(),
    acceptedAt: p.datetime(),
  },
});
