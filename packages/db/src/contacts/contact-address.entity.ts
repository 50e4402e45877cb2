import { CHANNELS } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { AddressBookEntity } from '../organisation/address-book.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';
import { ContactEntity } from './contact.entity.ts';
import { RecipientEntity } from './recipient.entity.ts';

export const ContactAddressEntity = defineEntity({
  name: 'ContactAddress',
  tableName: 'contact_address',
  comment: 'At most one address per channel; a wish to stop on all channels goes to each',
  uniques: [
    {
      name: 'contact_address_recipient_id_address_book_id_key',
      properties: ['recipientId', 'addressBookId'],
    },
  ],
  properties: {
    contactId: foreignKey(ContactEntity).primary().deleteRule('cascade'),
    channel: p.enum([...CHANNELS]).primary(),
    addressBookId: foreignKey(AddressBookEntity).comment(
      "That of the contact: an address is one contact's of a book",
    ),
    recipientId: foreignKey(RecipientEntity),
  },
});
