import { defineEntity, p } from '@mikro-orm/postgresql';
import { AddressBookEntity } from '../organisation/address-book.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';
import { RecipientEntity } from './recipient.entity.ts';

export const ContactEntity = defineEntity({
  name: 'Contact',
  tableName: 'contact',
  indexes: [
    {
      name: 'contact_linked',
      properties: ['linkedRecipientId'],
      where: 'linked_recipient_id IS NOT NULL',
    },
    { name: 'contact_recipient', properties: ['recipientId'] },
  ],
  uniques: [
    {
      name: 'contact_address_book_id_recipient_id_key',
      properties: ['addressBookId', 'recipientId'],
    },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    addressBookId: foreignKey(AddressBookEntity),
    recipientId: foreignKey(RecipientEntity),
    language: p.text().strictNullable(),
    fields: p.json<Record<string, string>>().defaultRaw("'{}'::jsonb"),
    createdAt: p.datetime().defaultRaw('now()'),
    removedAt: p
      .datetime()
      .strictNullable()
      .comment('Leaving a book by removal is no opt-out (F9)'),
    linkedRecipientId: foreignKey(RecipientEntity)
      .strictNullable()
      .comment('The same person on another channel; a wish to stop on all channels goes there too'),
  },
});
