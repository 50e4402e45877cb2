import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { foreignKey } from '../orm/foreign-key.ts';
import { AccountEntity } from './account.entity.ts';

export const TopicEntity = defineEntity({
  name: 'Topic',
  tableName: 'topic',
  uniques: [{ name: 'topic_account_id_name_key', properties: ['accountId', 'name'] }],
  checks: [
    {
      name: 'deleted_is_archived',
      expression: '(deleted_at IS NULL) OR (archived_at IS NOT NULL)',
    },
    { name: 'topic_name_check', expression: "name <> ''::text" },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    accountId: foreignKey(AccountEntity),
    name: p.text(),
    createdAt: p.datetime().defaultRaw('now()'),
    archivedAt: p.datetime().strictNullable(),
    deletedAt: p.datetime().strictNullable(),
  },
});
export type Topic = InferEntity<typeof TopicEntity>;
