import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';

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
