import { findAccount, findBooks, findTopics } from '../client/names.ts';
import type { Connection } from '../client/connect.ts';
import type { ScopeInput } from '../generated/documents.ts';

/** What mail is about: a book, a topic or an account, each by its id or name. A topic by its name needs its account. */
export interface About {
  readonly addressBook?: string;
  readonly topic?: string;
  readonly account?: string;
}

/** The same by ids, as the API takes them. */
export interface AboutIds {
  readonly addressBookId?: string;
  readonly topicId?: string;
  readonly accountId?: string;
}

export async function idsOf(connection: Connection, about: About): Promise<AboutIds> {
  const [book] =
    about.addressBook === undefined ? [] : await findBooks(connection, [about.addressBook]);
  const account =
    about.account === undefined ? undefined : await findAccount(connection, about.account);
  const accountId = account?.id ?? book?.accountId;
  return {
    ...(book && { addressBookId: book.id }),
    ...(about.topic !== undefined && {
      topicId: accountId
        ? (await findTopics(connection, accountId, [about.topic]))[0]!.id
        : about.topic,
    }),
    ...(account && { accountId: account.id }),
  };
}

/** What an opt-out covers: the narrowest that is named; the whole organisation where nothing is. */
export function scopeOf({ addressBookId, topicId, accountId }: AboutIds): ScopeInput {
  if (topicId !== undefined) return { kind: 'TOPIC', id: topicId };
  if (addressBookId !== undefined) return { kind: 'BOOK', id: addressBookId };
  if (accountId !== undefined) return { kind: 'ACCOUNT', id: accountId };
  return { kind: 'ORGANISATION' };
}
