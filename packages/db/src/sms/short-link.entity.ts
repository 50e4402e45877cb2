import { defineEntity, p } from '@mikro-orm/postgresql';
import { MessageEntity } from '../campaigns/message.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const ShortLinkEntity = defineEntity({
  name: 'ShortLink',
  tableName: 'short_link',
  comment:
    'What the link in an SMS ends with: drawn at its hand-over, and stored, as a signature would not fit',
  uniques: [{ name: 'short_link_code_key', properties: ['code'] }],
  checks: [{ name: 'short_link_code_check', expression: "code ~ '^[0-9A-Za-z]{7}$'::text" }],
  properties: {
    messageId: foreignKey(MessageEntity).primary(),
    code: p.text(),
    madeAt: p.datetime(),
  },
});
