import { findAccount, findAddressBook } from '@adieu/db';
import type { Context } from '../shared/context.ts';
import type { Receivers } from './read-receivers.ts';

export async function senderOf({ db }: Context, organisationId: string, to: Receivers) {
  if ('book' in to) {
    const book = await findAddressBook(db.sql, organisationId, to.book);
    return book && { defaultLanguage: book.defaultLanguage, purpose: book.purpose };
  }
  const account = await findAccount(db.sql, organisationId, to.accountId);
  return account && { defaultLanguage: account.defaultLanguage, purpose: to.purpose };
}
