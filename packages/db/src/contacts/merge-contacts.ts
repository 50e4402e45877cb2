import type { Channel, Language } from '@adieu/domain';
import type { Transaction } from '../sql.ts';
import { carryToOtherAddresses } from './carry-wishes.ts';
import { type Address, ensureRecipients } from './ensure-recipients.ts';
import { MERGE } from './merge-contacts.sql.ts';

/** A person as a book shall have them. */
export interface Person {
  /** At least one, and at most one for each channel. */
  readonly addresses: readonly Address[];
  /** Null leaves it as it is. */
  readonly language: Language | null;
  /** Added to those that the contact has. */
  readonly fields: Readonly<Record<string, string>>;
  /** Added to those that the contact has. */
  readonly tags?: readonly string[];
}

/**
 * Why a person is not put into a book: `two-contacts` of it have one address of theirs each, or their contact has
 * another address on this channel.
 */
export type MergeRefusal =
  | { readonly refused: 'two-contacts' }
  | { readonly refused: 'other-address'; readonly channel: Channel };

export type Merged =
  | {
      readonly contactId: string;
      /** The book did not have them. */
      readonly created: boolean;
      /** One of these addresses is opted out or paused for the book, and stays so. */
      readonly isStopped: boolean;
      /** What is sent to one of them comes back, and nothing is until that is lifted (P7). */
      readonly isUndeliverable: boolean;
    }
  | MergeRefusal;

/**
 * Puts persons into a book, or brings what is known of them up to date; gives what became of each, in their order. Revives
 * nothing: the state belongs to the address (F9, W-13). Changes no address: one is added where the contact has none on its
 * channel, and then has the wishes on all channels of the other at once.
 */
export async function mergeContacts(
  tx: Transaction,
  input: {
    readonly organisationId: string;
    readonly addressBookId: string;
    readonly persons: readonly Person[];
    readonly now: Date;
  },
): Promise<Merged[]> {
  const { organisationId, addressBookId, persons, now } = input;
  const ids = await ensureRecipients(
    tx,
    organisationId,
    persons.flatMap(({ addresses }) => addresses),
  );
  const merged: Merged[] = [];
  const withMore: string[] = [];
  // Only now: what was read before the addresses were locked may be older than what somebody else has written.
  for (let waiting = [...persons.keys()]; waiting.length > 0;) {
    const given = waiting.flatMap((n) => persons[n]!.addresses.map((address) => ({ n, address })));
    const rows = await tx.once<Row>(MERGE, [
      addressBookId,
      waiting,
      waiting.map((n) => persons[n]!.language),
      waiting.map((n) => JSON.stringify(persons[n]!.fields)),
      waiting.map((n) => JSON.stringify(persons[n]!.tags ?? [])),
      given.map(({ n }) => n),
      given.map(({ address }) => address.channel),
      given.map(({ address }) => ids.get(address.addressKey.toString('hex'))!),
    ]);
    waiting = [];
    for (const { n, refused, channel, contactId, created, hasMore, ...of } of rows) {
      if (refused === 'two-contacts') merged[n] = { refused };
      else if (refused !== null) merged[n] = { refused, channel: channel! };
      else if (contactId === null) waiting.push(n);
      else {
        const { isStopped, isUndeliverable } = of;
        merged[n] = { contactId, created: created!, isStopped, isUndeliverable };
      }
      if (
        contactId !== null &&
        hasMore === true &&
        (created === false || persons[n]!.addresses.length > 1)
      )
        withMore.push(contactId);
    }
  }
  await carryToOtherAddresses(tx, { organisationId, contactIds: withMore, now });
  return merged;
}

interface Row {
  readonly n: number;
  readonly refused: 'two-contacts' | 'other-address' | null;
  readonly channel: Channel | null;
  /** Null where they were refused, or wait for somebody before them. */
  readonly contactId: string | null;
  readonly created: boolean | null;
  readonly isStopped: boolean;
  readonly isUndeliverable: boolean;
  /** The contact has an address that it had not. */
  readonly hasMore: boolean | null;
}
