import { SCOPE_KINDS, SUPPRESSION_STATES, type Channel } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';

export const SuppressionEntity = defineEntity({
  name: 'Suppression',
  tableName: 'suppression',
  indexes: [{ name: 'suppression_scope', properties: ['scopeId', 'since', 'addressKey'] }],
  properties: {
    addressKey: p.blob().primary(),
    listId: p.uuid().primary(),
    channel: p.text().$type<Channel>().primary(),
    scopeId: p.uuid().primary(),
    scopeKind: p.enum([...SCOPE_KINDS]),
    state: p.enum([...SUPPRESSION_STATES]),
    since: p.datetime(),
    requestId: p.uuid().strictNullable(),
  },
});
