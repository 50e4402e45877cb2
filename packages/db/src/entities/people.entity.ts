import { CHANNELS, ROLES } from '@adieu/domain';
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

export const ContactEntity = defineEntity({
  name: 'Contact',
  tableName: 'contact',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    addressBookId: p.uuid(),
    recipientId: p.uuid(),
    language: p.text().nullable(),
    fields: p.json<Record<string, string>>(),
    createdAt: p.datetime().defaultRaw('now()'),
    removedAt: p.datetime().nullable(),
    linkedRecipientId: p.uuid().nullable(),
  },
});
export type Contact = InferEntity<typeof ContactEntity>;

export const ApiKeyEntity = defineEntity({
  name: 'ApiKey',
  tableName: 'api_key',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: p.uuid(),
    name: p.text(),
    role: p.enum([...ROLES]),
    keyHash: p.blob().hidden(),
    createdAt: p.datetime().defaultRaw('now()'),
    revokedAt: p.datetime().nullable(),
  },
});
export type ApiKey = InferEntity<typeof ApiKeyEntity>;
