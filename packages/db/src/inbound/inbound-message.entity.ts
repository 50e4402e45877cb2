import {
  CHANNELS,
  INBOUND_OUTCOMES,
  INBOUND_REMARKS,
  INBOUND_STATES,
  PARKED_BECAUSE,
} from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { OptOutRequestEntity } from '../opt-out/opt-out-request.entity.ts';
import { AccountEntity } from '../organisation/account.entity.ts';
import { AddressBookEntity } from '../organisation/address-book.entity.ts';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';
import { RecipientEntity } from '../contacts/recipient.entity.ts';
import type { MailEnvelope } from './mail-envelope.ts';

export const InboundMessageEntity = defineEntity({
  name: 'InboundMessage',
  tableName: 'inbound_message',
  comment: 'Stored before it is understood; taken away after a time of its own (retention)',
  indexes: [
    { name: 'inbound_message_age', properties: ['receivedAt'] },
    { name: 'inbound_message_due', properties: ['dueAt'], where: "state = 'RECEIVED'::text" },
    { name: 'inbound_message_from', properties: ['fromKey', 'toAddress', 'sentAt'] },
    {
      name: 'inbound_message_nobodys',
      properties: ['id'],
      where: '(organisation_id IS NULL) AND (recipient_id IS NULL)',
    },
    {
      name: 'inbound_message_parked',
      properties: ['parkedBecause'],
      where: "state = 'PARKED'::text",
    },
    {
      name: 'inbound_message_waiting',
      properties: ['organisationId', 'id'],
      where: "state = 'PARKED'::text",
    },
    {
      name: 'inbound_message_strays',
      properties: ['receivedAt'],
      where: "organisation_id IS NULL AND state = 'PARKED'::text AND channel = 'EMAIL'::text",
    },
    { name: 'inbound_message_organisation', properties: ['organisationId', 'id'] },
    {
      name: 'inbound_message_recipient',
      properties: ['recipientId'],
      where: 'recipient_id IS NOT NULL',
    },
    {
      name: 'inbound_message_request',
      properties: ['requestId'],
      where: 'request_id IS NOT NULL',
    },
  ],
  uniques: [
    {
      name: 'inbound_message_source_provider_id_key',
      properties: ['source', 'providerId'],
    },
  ],
  checks: [
    { name: 'inbound_message_from_key_check', expression: 'length(from_key) = 32' },
    { name: 'inbound_message_provider_id_check', expression: "provider_id <> ''::text" },
    { name: 'inbound_message_source_check', expression: "source <> ''::text" },
    {
      name: 'inbound_is_read_when_received',
      expression: "(state = 'RECEIVED'::text) = (due_at IS NOT NULL)",
    },
    {
      name: 'inbound_part_is_whole',
      expression: 'num_nulls(part_ref, part_number, part_of) = ANY (ARRAY[0, 3])',
    },
    {
      name: 'inbound_says_what_it_became',
      expression: "(state = 'UNDERSTOOD'::text) = (outcome IS NOT NULL)",
    },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    channel: p.enum([...CHANNELS]),
    source: p.text().comment('Which way it came: the gateway as the operator calls it'),
    providerId: p
      .text()
      .comment('By which a repetition is known: the gateway’s id, or a hash where it gives none'),
    raw: p.blob().hidden(),
    fromKey: p.blob().strictNullable(),
    fromAddress: p
      .text()
      .strictNullable()
      .hidden()
      .comment('Whom it is from, to answer; goes with the row, and before it on erasure'),
    envelope: p
      .json<MailEnvelope>()
      .strictNullable()
      .hidden()
      .comment(
        'Of a mail: who handed it over and for whom it said it was (from, origin, helo), and what is kept of it as evidence',
      ),
    toAddress: p.text().default(''),
    text: p.text().strictNullable(),
    hint: p.text().strictNullable(),
    partRef: p.text().strictNullable(),
    partNumber: p.smallint().strictNullable(),
    partOf: p.smallint().strictNullable(),
    sentAt: p
      .datetime()
      .comment(
        'The gateway’s time, by which what comes out of order is put in order, a STOP for as long as gateways try again; never later than received_at',
      ),
    receivedAt: p.datetime(),
    state: p.enum([...INBOUND_STATES]).default('RECEIVED'),
    dueAt: p
      .datetime()
      .strictNullable()
      .comment('When it is to be read, or read again; null = never more'),
    attempts: p.smallint().default(0),
    parkedBecause: p.enum([...PARKED_BECAUSE]).strictNullable(),
    outcome: p.enum([...INBOUND_OUTCOMES]).strictNullable(),
    keyword: p.text().strictNullable(),
    why: p
      .array()
      .columnType('text[]')
      .$type<string[]>()
      .defaultRaw(`'{}'`)
      .comment('The words that decided, and by what rule each'),
    remark: p
      .enum([...INBOUND_REMARKS])
      .strictNullable()
      .comment('Of a mail: what decided beside its words'),
    organisationId: foreignKey(OrganisationEntity)
      .strictNullable()
      .comment('Null where nobody here is meant: for the installation’s operators'),
    accountId: foreignKey(AccountEntity).strictNullable(),
    addressBookId: foreignKey(AddressBookEntity).strictNullable(),
    requestId: foreignKey(OptOutRequestEntity).strictNullable(),
    doubleOptInId: p.uuid().strictNullable(),
    recipientId: foreignKey(RecipientEntity)
      .strictNullable()
      .comment(
        'Of what came back, and of an answer that nobody could read: whose mail it is of, so that their erasure takes it away',
      ),
    changedAt: p.datetime(),
    changedBy: p
      .text()
      .strictNullable()
      .comment('The member or key that looked at it last; null = the product itself'),
  },
});
export type InboundMessage = InferEntity<typeof InboundMessageEntity>;
