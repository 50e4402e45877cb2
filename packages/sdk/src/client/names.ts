import type { Connection } from './connect.ts';
import { AdieuError } from '../errors.ts';
import { AccountsDocument, AddressBooksDocument, TopicsDocument } from '../generated/documents.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Books by id or name, with their accounts, in the order asked for. All are listed once, however many are wanted. */
export async function findBooks(
  connection: Connection,
  wanted: readonly string[],
): Promise<(Named & { readonly accountId: string })[]> {
  const books: (Named & { accountId: string })[] = [];
  let after: string | null = null;
  for (;;) {
    const page: { addressBooks: BookPage } = await connection.ask(AddressBooksDocument, { after });
    const { nodes, pageInfo } = page.addressBooks;
    books.push(...nodes.map(({ id, name, account }) => ({ id, name, accountId: account.id })));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor ?? null;
  }
  return wanted.map((each) => only(books, each, 'address book'));
}

interface BookPage {
  readonly nodes: readonly (Named & { readonly account: { readonly id: string } })[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/** An account by id or name. */
export async function findAccount(connection: Connection, wanted: string): Promise<Named> {
  const { accounts } = await connection.ask(AccountsDocument, {});
  return only(accounts, wanted, 'account');
}

/** Topics of an account by id or name, in the order asked for. */
export async function findTopics(
  connection: Connection,
  accountId: string,
  wanted: readonly string[],
): Promise<Named[]> {
  const { topics } = await connection.ask(TopicsDocument, { accountId });
  return wanted.map((each) => only(topics, each, 'topic'));
}

/** The one that has this id or name; an error that lists what there is. */
function only<One extends Named>(all: readonly One[], wanted: string, what: string): One {
  const byId = all.find(({ id }) => id === wanted);
  const [found, ...more] = byId === undefined ? all.filter(({ name }) => name === wanted) : [byId];
  if (found !== undefined && more.length === 0) return found;
  const names = all.map(({ name }) => `“${name}”`).join(', ');
  const instead =
    what === 'topic'
      ? ' An admin makes one by createTopic; without a topic, leave the line out.'
      : '';
  throw found === undefined
    ? new AdieuError(
        'NOT_FOUND',
        `There is no ${what} “${wanted}” for this key. There are: ${names || 'none'}.${instead}`,
      )
    : new AdieuError(
        'NAME_NOT_UNIQUE',
        `Several are called “${wanted}”: name the ${what} by its id, one of ${[found, ...more].map(({ id }) => id).join(', ')}.`,
      );
}
