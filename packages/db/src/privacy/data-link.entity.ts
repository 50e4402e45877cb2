import { defineEntity, p } from '@mikro-orm/postgresql';
import { RecipientEntity } from '../contacts/recipient.entity.ts';
import { AccountEntity } from '../organisation/account.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const DataLinkEntity = defineEntity({
  name: 'DataLink',
  tableName: 'data_link',
  indexes: [{ name: 'data_link_recipient', properties: ['recipientId', 'askedAt'] }],
  uniques: [{ name: 'data_link_token_hash_key', properties: ['tokenHash'] }],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    recipientId: foreignKey(RecipientEntity),
    accountId: foreignKey(AccountEntity),
    language: p.text(),
    tokenHash: p.blob().strictNullable(),
    askedAt: p.datetime(),
    expiresAt: p.datetime(),
    sentAt: p.datetime().strictNullable(),
  },
});
