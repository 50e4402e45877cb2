import { defineEntity, p } from '@mikro-orm/postgresql';
import { InboundMessageEntity } from '../inbound/inbound-message.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';

export const WebhookNoticeEntity = defineEntity({
  name: 'WebhookNotice',
  tableName: 'webhook_notice',
  comment:
    'A message that came in and was understood, where an endpoint of its organisation is to be told; goes with the message',
  indexes: [
    { name: 'webhook_notice_tx', properties: ['tx', 'id'] },
    { name: 'webhook_notice_inbound', properties: ['inboundMessageId'] },
    { name: 'webhook_notice_organisation', properties: ['organisationId'] },
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
    inboundMessageId: foreignKey(InboundMessageEntity).deleteRule('cascade'),
  },
});
