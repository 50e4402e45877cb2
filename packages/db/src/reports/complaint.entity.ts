import { defineEntity, p } from '@mikro-orm/postgresql';
import { AccountEntity } from '../organisation/account.entity.ts';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const ComplaintEntity = defineEntity({
  name: 'Complaint',
  tableName: 'complaint',
  comment: 'Once for each message; where it names none, once for each recipient, account and day',
  indexes: [
    { name: 'complaint_account', properties: ['accountId', 'at'], where: 'campaign_id IS NULL' },
    {
      name: 'complaint_campaign',
      properties: ['campaignId', 'at'],
      where: 'campaign_id IS NOT NULL',
    },
  ],
  uniques: [
    {
      name: 'complaint_by_address',
      expression:
        "CREATE UNIQUE INDEX complaint_by_address ON public.complaint USING btree (recipient_id, account_id, (((at AT TIME ZONE 'UTC'::text))::date)) NULLS NOT DISTINCT WHERE (message_id IS NULL)",
    },
    { name: 'complaint_message_id_key', properties: ['messageId'] },
  ],
  checks: [{ name: 'complaint_check', expression: '(campaign_id IS NULL) = (message_id IS NULL)' }],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: foreignKey(OrganisationEntity),
    accountId: foreignKey(AccountEntity).strictNullable(),
    campaignId: p.uuid().strictNullable(),
    messageId: p.uuid().strictNullable(),
    recipientId: p.uuid(),
    at: p.datetime(),
  },
});
