import { SCOPE_KINDS, SUPPRESSION_STATES, type Channel } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';

export const SuppressionEntity = defineEntity({
  name: 'Suppression',
  tableName: 'suppression',
  indexes: [{ name: 'suppression_scope', properties: ['scopeId', 'since', 'addressKey'] }],
  checks: [{ name: 'suppression_returned_to_check', expression: "returned_to <> '{}'::uuid[]" }],
  properties: {
    addressKey: p.blob().primary(),
    listId: p.uuid().primary(),
    channel: p.text().$type<Channel>().primary(),
    scopeId: p.uuid().primary(),
    scopeKind: p.enum([...SCOPE_KINDS]),
    state: p.enum([...SUPPRESSION_STATES]),
    since: p.datetime(),
    requestId: p.uuid().strictNullable(),
    returnedTo: p
      .array()
      .columnType('uuid[]')
      .strictNullable()
      .comment(
        'Books, topics and accounts inside its scope that their recipient came back to since, by double opt-in: it stops them no more',
      ),
  },
});
