import { defineEntity, p } from '@mikro-orm/postgresql';
import { AddressBookEntity } from '../organisation/address-book.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const ContactEntity = defineEntity({
  name: 'Contact',
  tableName: 'contact',
  indexes: [{ name: 'contact_book', properties: ['addressBookId', 'id'] }],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    addressBookId: foreignKey(AddressBookEntity),
    language: p.text().strictNullable(),
    fields: p.json<Record<string, string>>().defaultRaw("'{}'::jsonb"),
    createdAt: p.datetime().defaultRaw('now()'),
    tags: p
      .array()
      .columnType('text[]')
      .$type<string[]>()
      .defaultRaw("'{}'::text[]")
      .comment('The groups that it is in (D3)'),
    removedAt: p
      .datetime()
      .strictNullable()
      .comment('Leaving a book by removal is no opt-out (F9)'),
  },
});
