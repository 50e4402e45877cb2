import { WEBHOOK_DELIVERY_STATES, type WebhookType } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { foreignKey } from '../orm/foreign-key.ts';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { WebhookEndpointEntity } from './webhook-endpoint.entity.ts';

/** One attempt, as the log shows it. */
export interface WebhookTry {
  /** ISO 8601. */
  readonly at: string;
  readonly tookMs: number;
  /** Null where no answer came. */
  readonly status: number | null;
  /** A word of gateways' OUTBOUND_FAULTS; null where an answer came. */
  readonly fault: string | null;
  /** The first kilobyte of what was answered. */
  readonly answer: string;
}

export const WebhookDeliveryEntity = defineEntity({
  name: 'WebhookDelivery',
  tableName: 'webhook_delivery',
  comment:
    'What went to an endpoint, for 30 days; what has not been tried yet stands in the ledger alone',
  indexes: [
    { name: 'webhook_delivery_log', properties: ['endpointId', 'id'] },
    { name: 'webhook_delivery_age', properties: ['triedAt'] },
    {
      name: 'webhook_delivery_recipient',
      properties: ['recipientId'],
      where: 'recipient_id IS NOT NULL',
    },
  ],
  uniques: [
    { name: 'webhook_delivery_endpoint_id_event_id_key', properties: ['endpointId', 'eventId'] },
  ],
  checks: [
    {
      name: 'webhook_delivery_has_a_place',
      expression: '(tx IS NULL) = (ledger_id IS NULL)',
    },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: foreignKey(OrganisationEntity),
    endpointId: foreignKey(WebhookEndpointEntity).deleteRule('cascade'),
    eventId: p.uuid().comment('The webhook-id, which stays for all attempts and replays'),
    type: p.text().$type<WebhookType>(),
    at: p.datetime(),
    tx: p.text().columnType('xid8').strictNullable(),
    ledgerId: p.bigint('string').strictNullable().comment('Null of a test'),
    recipientId: p.uuid().strictNullable(),
    body: p
      .text()
      .strictNullable()
      .comment('As it was sent; null once a person it is about was erased'),
    state: p.enum([...WEBHOOK_DELIVERY_STATES]),
    tries: p
      .json<WebhookTry[]>()
      .defaultRaw("'[]'")
      .comment(
        'The last 20: when, how long, the status or why there was none, the beginning of the answer',
      ),
    triedAt: p.datetime(),
  },
});
