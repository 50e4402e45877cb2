import { type Channel, SCOPE_KINDS, type SmsExchange } from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { RecipientEntity } from '../contacts/recipient.entity.ts';
import { AccountEntity } from '../organisation/account.entity.ts';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const DoubleOptInEntity = defineEntity({
  name: 'DoubleOptIn',
  tableName: 'double_opt_in',
  indexes: [
    { name: 'double_opt_in_expiring', properties: ['expiresAt'], where: 'confirmed_at IS NULL' },
    { name: 'double_opt_in_open', properties: ['id'], where: 'confirmed_at IS NULL' },
    {
      name: 'double_opt_in_prompt',
      properties: ['addressKey', 'answeredTo'],
      where: 'answered_to IS NOT NULL',
    },
    { name: 'double_opt_in_recipient', properties: ['recipientId', 'requestedAt'] },
  ],
  uniques: [{ name: 'double_opt_in_token_hash_key', properties: ['tokenHash'] }],
  checks: [
    {
      name: 'double_opt_in_lifetime',
      expression: "expires_at <= (requested_at + '720:00:00'::interval)",
    },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: foreignKey(OrganisationEntity),
    accountId: foreignKey(AccountEntity),
    recipientId: foreignKey(RecipientEntity),
    listId: p.uuid(),
    addressKey: p.blob(),
    channel: p.text().$type<Channel>(),
    scopeKind: p.enum([...SCOPE_KINDS]),
    scopeId: p.uuid(),
    scopeName: p.text(),
    language: p.text(),
    declaration: p.text(),
    declarationVersion: p.text(),
    formUrl: p.text().strictNullable(),
    tokenHash: p.blob().strictNullable().hidden(),
    requestedAt: p.datetime(),
    requestedOrigin: p.text().strictNullable(),
    requestedUserAgent: p.text().strictNullable(),
    expiresAt: p.datetime(),
    mailMessageId: p.text().strictNullable(),
    mailedAt: p.datetime().strictNullable(),
    confirmedAt: p.datetime().strictNullable(),
    sentAt: p.datetime().strictNullable(),
    supersededAt: p.datetime().strictNullable(),
    answeredTo: p
      .text()
      .strictNullable()
      .comment(
        'By SMS: the sender whose prompt waits for the second word; null = only a link confirms',
      ),
    exchange: p
      .json<SmsExchange>()
      .strictNullable()
      .comment(
        'By SMS: what they wrote, what they were asked, what they answered (domain: SmsExchange)',
      ),
  },
});
export type DoubleOptIn = InferEntity<typeof DoubleOptInEntity>;
