import { WARNING_KINDS } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { CampaignEntity } from '../campaigns/campaign.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const CampaignWarningEntity = defineEntity({
  name: 'CampaignWarning',
  tableName: 'campaign_warning',
  comment:
    'Once for each campaign and kind, with the figures of that moment; COMPLAINT_PAUSE is of the latest pause',
  properties: {
    campaignId: foreignKey(CampaignEntity).deleteRule('cascade').primary(),
    kind: p.enum([...WARNING_KINDS]).primary(),
    raisedAt: p.datetime(),
    sent: p.integer(),
    counted: p.integer(),
    usual: p.double().strictNullable(),
  },
});
