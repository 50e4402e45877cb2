import type { OutboxMessage } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';

export const OutboxMessageEntity = defineEntity({
  name: 'OutboxMessage',
  tableName: 'outbox',
  indexes: [{ name: 'outbox_due', properties: ['dueAt', 'id'] }],
  properties: {
    id: p.bigint('string').primary().generated('identity'),
    message: p.json<OutboxMessage>(),
    createdAt: p.datetime().defaultRaw('now()'),
    dueAt: p.datetime().defaultRaw('now()'),
    attempts: p.integer().default(0),
  },
});
