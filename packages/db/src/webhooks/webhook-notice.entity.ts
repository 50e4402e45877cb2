import { defineEntity, p } from '@mikro-orm/postgresql';
import { InboundMessageEntity } from '../inbound/inbound-message.entity.ts';
import { ListImportEntity } from '../list-imports/list-import.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';

export const WebhookNoticeEntity = defineEntity({
  name: 'WebhookNotice',
  tableName: 'webhook_notice',
  comment:
    'What the ledger does not tell: a message that was understood, an import that ended, where an endpoint of its organisation is to be told; goes with it',
  indexes: [
    { name: 'webhook_notice_tx', properties: ['tx', 'id'] },
    { name: 'webhook_notice_inbound', properties: ['inboundMessageId'] },
    { name: 'webhook_notice_import', properties: ['listImportId'] },
    { name: 'webhook_notice_organisation', properties: ['organisationId'] },
  ],
  checks: [
    {
      name: 'webhook_notice_is_of_one_thing',
      expression: 'num_nonnulls(inbound_message_id, list_import_id) = 1',
    },
  ],
  properties: {
    id: p
      .bigint('string')
      .primary()
      .autoincrement(false)
      .comment('Of the ledger’s own sequence, so that one cursor goes through both'),
    tx: p.text().columnType('xid8').defaultRaw('pg_current_xact_id()'),
    organisationId: foreignKey(OrganisationEntity),
    at: p.datetime(),
    inboundMessageId: foreignKey(InboundMessageEntity).deleteRule('cascade').strictNullable(),
    listImportId: foreignKey(ListImportEntity).deleteRule('cascade').strictNullable(),
  },
});
