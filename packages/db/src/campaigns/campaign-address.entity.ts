import { ADDRESS_CHOICES } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { foreignKey } from '../orm/foreign-key.ts';
import { CampaignEntity } from './campaign.entity.ts';

export const CampaignAddressEntity = defineEntity({
  name: 'CampaignAddress',
  tableName: 'campaign_address',
  comment: 'Whom an audience names, until its campaign is released',
  checks: [{ name: 'campaign_address_address_key_check', expression: 'length(address_key) = 32' }],
  properties: {
    campaignId: foreignKey(CampaignEntity).primary(),
    choice: p.enum([...ADDRESS_CHOICES]).primary(),
    addressKey: p.blob().primary(),
  },
});
