import { defineEntity, p } from '@mikro-orm/postgresql';
import { AccountEntity } from '../organisation/account.entity.ts';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';
import { InboundMessageEntity } from './inbound-message.entity.ts';

export const ForwardedAnswerEntity = defineEntity({
  name: 'ForwardedAnswer',
  tableName: 'forwarded_answer',
  comment:
    'What was answered to a mail and goes to whoever reads the account’s: once; it goes with what came in',
  indexes: [{ name: 'forwarded_answer_writer', properties: ['accountId', 'writerKey', 'askedAt'] }],
  checks: [
    { name: 'an_outcome_is_of_an_end', expression: '(ended_at IS NULL) = (outcome IS NULL)' },
    { name: 'forwarded_answer_writer_key_check', expression: 'length(writer_key) = 32' },
  ],
  properties: {
    inboundMessageId: foreignKey(InboundMessageEntity).deleteRule('cascade').primary(),
    organisationId: foreignKey(OrganisationEntity),
    accountId: foreignKey(AccountEntity),
    writerKey: p.blob(),
    askedAt: p.datetime(),
    endedAt: p.datetime().strictNullable(),
    outcome: p.text().strictNullable().comment('SENT, or what the mail server said; no address'),
  },
});
