import { CHANNELS } from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const RecipientEntity = defineEntity({
  name: 'Recipient',
  tableName: 'recipient',
  indexes: [
    {
      name: 'recipient_address',
      properties: ['organisationId', 'address'],
      where: 'address IS NOT NULL',
    },
    {
      name: 'recipient_undeliverable',
      properties: ['organisationId', 'undeliverableSince', 'id'],
      where: 'undeliverable_since IS NOT NULL',
    },
  ],
  uniques: [
    {
      name: 'recipient_organisation_id_channel_address_key_key',
      properties: ['organisationId', 'channel', 'addressKey'],
    },
    {
      name: 'recipient_noted',
      properties: ['organisationId', 'channel', 'addressKey'],
      where: 'noted',
    },
  ],
  checks: [
    { name: 'recipient_address_key_check', expression: 'length(address_key) = 32' },
    { name: 'undeliverable_is_noted', expression: '(undeliverable_since IS NULL) OR noted' },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: foreignKey(OrganisationEntity),
    channel: p.enum([...CHANNELS]),
    addressKey: p.blob(),
    address: p
      .text()
      .strictNullable()
      .comment('Null after erasure; address_key goes on suppressing (G-3)'),
    createdAt: p.datetime().defaultRaw('now()'),
    noted: p
      .boolean()
      .default(false)
      .comment(
        'Something beside suppressions may be known that the gate must weigh; never taken back: true costs a look, false is believed',
      ),
    undeliverableSince: p
      .datetime()
      .strictNullable()
      .comment(
        'What is sent to it comes back, and nothing more is sent (P7); null = not so. No wish: it is lifted by a reason',
      ),
    deliverableSince: p
      .datetime()
      .strictNullable()
      .comment('When that was lifted last: what came back before counts no more'),
  },
});
export type Recipient = InferEntity<typeof RecipientEntity>;
