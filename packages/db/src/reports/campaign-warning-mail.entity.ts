import { defineEntity, p } from '@mikro-orm/postgresql';
import { MemberEntity } from '../members/member.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';
import { CampaignWarningEntity } from './campaign-warning.entity.ts';

export const CampaignWarningMailEntity = defineEntity({
  name: 'CampaignWarningMail',
  tableName: 'campaign_warning_mail',
  properties: {
    warning: () =>
      p
        .manyToOne(CampaignWarningEntity)
        .fieldNames('campaign_id', 'kind')
        .updateRule('no action')
        .deleteRule('cascade'),
    campaignId: p.uuid().primary(),
    kind: p.text().primary(),
    memberId: foreignKey(MemberEntity).deleteRule('cascade').primary(),
    claimedAt: p.datetime(),
    sentAt: p.datetime().strictNullable(),
  },
});
