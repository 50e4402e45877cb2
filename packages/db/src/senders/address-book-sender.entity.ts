import { CHANNELS } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { AddressBookEntity } from '../organisation/address-book.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';
import { SenderEntity } from './sender.entity.ts';

export const AddressBookSenderEntity = defineEntity({
  name: 'AddressBookSender',
  tableName: 'address_book_sender',
  comment: 'What a book chose to be sent from; the others follow their account',
  indexes: [{ name: 'address_book_sender_sender', properties: ['senderId'] }],
  properties: {
    addressBookId: foreignKey(AddressBookEntity).primary(),
    channel: p.enum([...CHANNELS]).primary(),
    senderId: foreignKey(SenderEntity),
  },
});
