import { defineEntity, p } from '@mikro-orm/postgresql';
import { CampaignEntity } from '../campaigns/campaign.entity.ts';
import { AccountEntity } from '../organisation/account.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const CampaignFiguresEntity = defineEntity({
  name: 'CampaignFigures',
  tableName: 'campaign_figures',
  comment: 'Counted again and again while a campaign is young: trends must not read every message',
  indexes: [{ name: 'campaign_figures_account', properties: ['accountId', 'releasedAt'] }],
  checks: [
    { name: 'campaign_figures_bounced_check', expression: 'bounced >= 0' },
    { name: 'campaign_figures_complaints_check', expression: 'complaints >= 0' },
    { name: 'campaign_figures_hard_bounces_check', expression: 'hard_bounces >= 0' },
    { name: 'campaign_figures_soft_bounces_check', expression: 'soft_bounces >= 0' },
    { name: 'campaign_figures_opt_outs_check', expression: 'opt_outs >= 0' },
    { name: 'campaign_figures_sent_check', expression: 'sent >= 0' },
  ],
  properties: {
    campaignId: foreignKey(CampaignEntity).deleteRule('cascade').primary(),
    accountId: foreignKey(AccountEntity),
    releasedAt: p.datetime(),
    sent: p.integer(),
    optOuts: p.integer(),
    complaints: p.integer(),
    bounced: p.integer(),
    hardBounces: p.integer(),
    softBounces: p.integer(),
    countedAt: p.datetime(),
  },
});
