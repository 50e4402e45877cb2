import type { Endpoints } from './endpoints.ts';
import { graphql, sendCampaign } from './graphql.ts';
import { type Mail, mailTo } from './mailbox.ts';

/** A newsletter and its readers, of one test alone. */
export interface OwnBook {
  readonly id: string;
  readonly readers: readonly string[];
  /** Sends them a campaign; gives its id. */
  send(name: string): Promise<string>;
  /** The mail of a campaign to one of them. */
  mail(name: string, reader: string): Promise<Mail>;
}

/** Makes a newsletter with readers by these first names, in English, whom no other test knows. */
export async function ownBook(
  endpoints: Endpoints,
  name: string,
  firstNames: readonly string[],
): Promise<OwnBook> {
  const { accounts } = await graphql<{ accounts: { id: string }[] }>(
    endpoints,
    '{ accounts { id } }',
  );
  const { createAddressBook: made } = await graphql<{
    createAddressBook: { addressBook: { id: string } };
  }>(
    endpoints,
    'mutation ($input: CreateAddressBookInput!) { createAddressBook(input: $input) { ... on AddressBookCreated { addressBook { id } } } }',
    { input: { accountId: accounts[0]!.id, name, purpose: 'MARKETING' } },
  );
  const { id } = made.addressBook;
  const readers = firstNames.map((first) => `${first}.${name}@example.test`.toLowerCase());
  const rows = readers.map((address, i) => `${address},${firstNames[i]},en\n`).join('');
  await graphql(
    endpoints,
    'mutation ($input: ImportContactsInput!) { importContacts(input: $input) { __typename } }',
    { input: { addressBookId: id, csv: `email,first_name,language\n${rows}` } },
  );
  return {
    id,
    readers,
    send: (campaign) => sendCampaign(endpoints, id, campaign),
    mail: (campaign, reader) => mailTo(endpoints, reader, new RegExp(`^${campaign}`)),
  };
}
