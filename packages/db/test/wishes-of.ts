import type { Scope } from '@adieu/domain';
import type { Seed, TestDatabase } from '@adieu/testkit';
import { recordOptOutEverywhere, type Transaction, updateContact } from '../src/index.ts';
import { comesBack } from './comes-back.ts';
import { addressOf, type Persons } from './persons.ts';

/** What persons with more than one address wish, and what becomes of their contacts. Of the newsletter, if nothing is said. */
export function wishesOf(test: TestDatabase, org: Seed, persons: Persons, now: Date) {
  const { organisationId, newsletterId, accountId } = org;
  const ofNewsletter: Scope = { kind: 'BOOK', id: newsletterId };
  return {
    /** By a key, on this address's channel or on all. */
    leaves: async (address: string, allChannels = false, scope = ofNewsletter) => {
      const recipientId = await persons.recipientOf(address);
      const recorded = await test.db.transaction((tx) =>
        recordOptOutEverywhere(tx, {
          target: { organisationId, recipientId, scope },
          allChannels,
          signal: 'CLEAR',
          method: 'API',
          actor: { kind: 'KEY', name: 'Eva' },
          evidence: {},
          now,
        }),
      );
      if ('refused' in recorded) throw new Error(recorded.refused);
      return recorded;
    },
    comesBack: async (address: string, scope = ofNewsletter): Promise<void> => {
      const recipientId = await persons.recipientOf(address);
      const start = { organisationId, recipientId, scope, accountId, now };
      await comesBack(test.db, start);
    },
    contactOf: async (address: string, addressBookId = newsletterId): Promise<string> => {
      const [row] = await test.db.sql.rows<{ id: string }>(
        'SELECT contact_id AS id FROM contact_address WHERE recipient_id = $1 AND address_book_id = $2',
        [await persons.recipientOf(address), addressBookId],
      );
      return row!.id;
    },
    /** Gives a contact another address on its channel, or none. */
    changesContact: (tx: Transaction, contactId: string, to: string | null) =>
      updateContact(tx, {
        organisationId,
        contactId,
        addresses: to === null ? [] : [addressOf(org, to)],
        language: null,
        fields: {},
        now,
      }),
  };
}
