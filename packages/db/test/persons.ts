import type { Channel } from '@adieu/domain';
import { addressKey } from '@adieu/keys';
import type { Seed, TestDatabase } from '@adieu/testkit';
import {
  type Address,
  addContact,
  type ContactsImport,
  importContacts,
  ledgerOfAddress,
  listContacts,
  mayContact,
} from '../src/index.ts';
import { contactRows, type SaidRow } from './contact-rows.ts';

/** An address as a test writes it: with an @ or as a number. */
export const addressOf = (org: Seed, address: string): Address => {
  const channel: Channel = address.includes('@') ? 'EMAIL' : 'SMS';
  return { channel, address, addressKey: addressKey(org.ring, channel, address) };
};

export type Persons = ReturnType<typeof personsOf>;

/** What tests ask of persons with more than one address. */
export function personsOf(test: TestDatabase, org: Seed, now: Date) {
  const { organisationId } = org;
  return {
    async imports(
      rows: readonly SaidRow[],
      addressBookId = org.newsletterId,
    ): Promise<ContactsImport> {
      const input = { organisationId, addressBookId, ring: org.ring, now };
      const done = await importContacts(test.db, { ...input, rows: contactRows(...rows) });
      if (done === null) throw new Error('no such book');
      return done;
    },
    adds: (addresses: readonly string[], addressBookId = org.newsletterId) =>
      test.db.transaction((tx) =>
        addContact(tx, {
          organisationId,
          addressBookId,
          addresses: addresses.map((each) => addressOf(org, each)),
          language: null,
          fields: {},
          now,
        }),
      ),
    /** The contacts of a book, each as its addresses: `anna@example.test +46701740605`. */
    async contacts(addressBookId = org.newsletterId): Promise<string[]> {
      const page = { addressBookId, states: null, addressKey: null, first: 1_000, after: null };
      const { rows } = await listContacts(test.db.sql, page);
      return rows
        .map(({ addresses }) => addresses.map(({ address }) => address).join(' '))
        .toSorted();
    },
    async recipientOf(address: string): Promise<string> {
      const { channel, addressKey: key } = addressOf(org, address);
      const [row] = await test.db.sql.rows<{ id: string }>(
        'SELECT id FROM recipient WHERE organisation_id = $1 AND channel = $2 AND address_key = $3',
        [organisationId, channel, key],
      );
      return row!.id;
    },
    /** Whether the gate lets marketing of a book through to an address, on its channel. */
    async allowed(address: string, addressBookId = org.newsletterId): Promise<boolean> {
      const judged = await mayContact(test.db.sql, {
        ...addressOf(org, address),
        organisationId,
        addressBookId,
        topicId: null,
        accountId: null,
        purpose: null,
        now,
      });
      if ('refused' in judged) throw new Error(judged.refused);
      return judged.answer.allowed;
    },
    async events(address: string): Promise<string[]> {
      const { channel, addressKey: key } = addressOf(org, address);
      const query = { organisationId, channel, addressKey: key, first: 100, after: null };
      return (await ledgerOfAddress(test.db.sql, query)).rows.map(({ type }) => type);
    },
  };
}
