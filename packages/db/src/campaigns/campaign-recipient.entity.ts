import { defineEntity } from '@mikro-orm/postgresql';
import { RecipientEntity } from '../contacts/recipient.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';
import { CampaignEntity } from './campaign.entity.ts';

export const CampaignRecipientEntity = defineEntity({
  name: 'CampaignRecipient',
  tableName: 'campaign_recipient',
  comment: 'Whom a campaign by hand names, until it is released',
  properties: {
    campaignId: foreignKey(CampaignEntity).primary(),
    recipientId: foreignKey(RecipientEntity).primary(),
  },
});
