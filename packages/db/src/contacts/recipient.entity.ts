import { CHANNELS } from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';

export const RecipientEntity = defineEntity({
  name: 'Recipient',
  tableName: 'recipient',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: p.uuid(),
    channel: p.enum([...CHANNELS]),
    addressKey: p.blob(),
    address: p.text().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});
export type Recipient = InferEntity<typeof RecipientEntity>;
