import { defineEntity, p } from '@mikro-orm/postgresql';
import { CampaignEntity } from '../campaigns/campaign.entity.ts';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const QuarantineEntity = defineEntity({
  name: 'Quarantine',
  tableName: 'quarantine',
  comment: "A burst: requests of one domain in one campaign that may be a robot's",
  indexes: [{ name: 'quarantine_organisation', properties: ['organisationId', 'id'] }],
  properties: {
    id: p.uuid().primary(),
    organisationId: foreignKey(OrganisationEntity),
    campaignId: foreignKey(CampaignEntity),
    mailDomain: p.text(),
    openedAt: p.datetime(),
  },
});
