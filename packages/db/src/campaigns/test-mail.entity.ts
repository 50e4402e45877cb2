import { LANGUAGES } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { ContactEntity } from '../contacts/contact.entity.ts';
import { RecipientEntity } from '../contacts/recipient.entity.ts';
import { AccountEntity } from '../organisation/account.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';
import { CampaignEntity } from './campaign.entity.ts';

export const TestMailEntity = defineEntity({
  name: 'TestMail',
  tableName: 'test_mail',
  indexes: [
    { name: 'test_mail_account', properties: ['accountId', 'askedAt'] },
    { name: 'test_mail_age', properties: ['askedAt'] },
    { name: 'test_mail_campaign', properties: ['campaignId'] },
    { name: 'test_mail_contact', properties: ['contactId'], where: 'contact_id IS NOT NULL' },
    { name: 'test_mail_recipient', properties: ['recipientId'] },
  ],
  checks: [
    { name: 'an_outcome_is_of_an_end', expression: '(ended_at IS NULL) = (outcome IS NULL)' },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    campaignId: foreignKey(CampaignEntity).deleteRule('cascade'),
    accountId: foreignKey(AccountEntity).deleteRule('cascade'),
    recipientId: foreignKey(RecipientEntity).deleteRule('cascade'),
    contactId: foreignKey(ContactEntity)
      .deleteRule('set null')
      .strictNullable()
      .comment('As whom it is filled; null = a made-up reader'),
    language: p.enum([...LANGUAGES]).strictNullable(),
    askedAt: p.datetime(),
    askedBy: p.text(),
    endedAt: p.datetime().strictNullable(),
    outcome: p
      .text()
      .strictNullable()
      .comment('SENT, STOPPED, or what the mail server said; no address'),
  },
});
