import { defineEntity } from '@mikro-orm/postgresql';
import { OptOutRequestEntity } from '../opt-out/opt-out-request.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';
import { DigestEntity } from './digest.entity.ts';

export const DigestItemEntity = defineEntity({
  name: 'DigestItem',
  tableName: 'digest_item',
  comment: 'What a digest told as new or reminded of; gone once the request is closed',
  indexes: [{ name: 'digest_item_request', properties: ['requestId'] }],
  properties: {
    digestId: foreignKey(DigestEntity).deleteRule('cascade').primary(),
    requestId: foreignKey(OptOutRequestEntity).deleteRule('cascade').primary(),
  },
});
