import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';

export const TopicEntity = defineEntity({
  name: 'Topic',
  tableName: 'topic',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    accountId: p.uuid(),
    name: p.text(),
    createdAt: p.datetime().defaultRaw('now()'),
    archivedAt: p.datetime().nullable(),
    deletedAt: p.datetime().nullable(),
  },
});
export type Topic = InferEntity<typeof TopicEntity>;
