import type { Channel } from '@adieu/domain';
import { findAddressBook } from '../organisation/address-books.ts';
import type { Sql } from '../sql.ts';
import { AddressBookSenderEntity } from './address-book-sender.entity.ts';
import { lockSender } from './lock-sender.ts';

export type ChooseSenderRefusal =
  | 'book-not-found'
  | 'sender-not-found'
  | 'of-another-account'
  | 'of-another-channel'
  | 'archived';

/** What a book's campaigns go out from on one channel; null follows the account's default again. Released ones keep theirs. */
export async function chooseSender(
  sql: Sql,
  input: {
    readonly organisationId: string;
    readonly addressBookId: string;
    readonly channel: Channel;
    readonly senderId: string | null;
  },
): Promise<{ readonly id: string } | { readonly refused: ChooseSenderRefusal }> {
  const { organisationId, addressBookId, channel, senderId } = input;
  const book = await findAddressBook(sql, organisationId, addressBookId);
  if (book === null || book.deletedAt !== null) return { refused: 'book-not-found' };
  const chosen = { addressBookId, channel };
  if (senderId === null) {
    await sql.em().nativeDelete(AddressBookSenderEntity, chosen);
    return { id: addressBookId };
  }
  const sender = await lockSender(sql, organisationId, senderId);
  if (sender === null) return { refused: 'sender-not-found' };
  if (sender.accountId !== book.accountId) return { refused: 'of-another-account' };
  if (sender.channel !== channel) return { refused: 'of-another-channel' };
  if (sender.archivedAt !== null) return { refused: 'archived' };
  await sql.em().upsert(AddressBookSenderEntity, { ...chosen, senderId });
  return { id: addressBookId };
}
