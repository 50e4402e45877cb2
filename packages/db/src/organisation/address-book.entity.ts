import { PURPOSES } from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';

export const AddressBookEntity = defineEntity({
  name: 'AddressBook',
  tableName: 'address_book',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    accountId: p.uuid(),
    name: p.text(),
    purpose: p.enum([...PURPOSES]),
    createdAt: p.datetime().defaultRaw('now()'),
    archivedAt: p.datetime().nullable(),
    deletedAt: p.datetime().nullable(),
    exemptSince: p.datetime().nullable(),
  },
});
export type AddressBook = InferEntity<typeof AddressBookEntity>;
