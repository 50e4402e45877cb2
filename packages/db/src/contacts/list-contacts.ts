import type { Channel, ContactState } from '@adieu/domain';
import { type Listed, listedOf } from '../listed.ts';
import type { Sql } from '../sql.ts';
import { LIST_READ } from '../organisation/list-read.sql.ts';

/** Where an address of a contact stands with their book: the gate's answer, whichever book it left (F9, A5). */
export interface AddressStanding {
  readonly channel: Channel;
  readonly recipientId: string;
  readonly address: string;
  readonly state: ContactState;
  readonly since: Date | null;
  readonly requestId: string | null;
}

/** A contact of a book. */
export interface ContactStanding {
  readonly id: string;
  readonly addressBookId: string;
  readonly language: string | null;
  readonly fields: Readonly<Record<string, string>>;
  /** The groups that it is in. */
  readonly tags: readonly string[];
  readonly createdAt: Date;
  /** At most one for each channel. */
  readonly addresses: readonly AddressStanding[];
}

/** The addresses of contact `k`, as `x`, with recipient `r` and what covers it as `s`; book `b` and account `a` are known. */
const ADDRESSES = `
  FROM contact_address x
  JOIN recipient r ON r.id = x.recipient_id
  LEFT JOIN LATERAL (
    SELECT * FROM covering_suppressions(r.address_key, ${LIST_READ},
      r.channel, b.purpose, a.organisation_id, a.id, b.id, NULL) c
    ORDER BY c.state = 'PAUSED', c.since LIMIT 1
  ) s ON true
  WHERE x.contact_id = k.id AND r.address IS NOT NULL`;

const PLACE = `
  contact k JOIN address_book b ON b.id = k.address_book_id JOIN account a ON a.id = b.account_id`;

const CONTACT = `
  SELECT k.id, k.address_book_id AS "addressBookId", k.language, k.fields, k.tags, k.created_at AS "createdAt"
  FROM ${PLACE} WHERE k.removed_at IS NULL`;

const OF_CONTACTS = `
  SELECT k.id AS "contactId", o.* FROM ${PLACE}
  CROSS JOIN LATERAL (
    SELECT x.channel, r.id AS "recipientId", r.address, coalesce(s.state, 'SUBSCRIBED') AS state, s.since,
      s.request_id AS "requestId" ${ADDRESSES}
  ) o WHERE k.id = ANY ($1::uuid[]) ORDER BY o.channel`;

/**
 * One page of a book's contacts, in order of id: of all, of those who have this address, or an address in one of these
 * states; `after` is the last one seen. Whoever asks has the book from a row of their own.
 */
export async function listContacts(
  sql: Sql,
  query: {
    addressBookId: string;
    states: readonly ContactState[] | null;
    addressKey: Buffer | null;
    first: number;
    after: string | null;
  },
): Promise<Listed<ContactStanding>> {
  const rows = await sql.once<ContactRowOf>(
    `${CONTACT} AND k.address_book_id = $1 AND ($2::uuid IS NULL OR k.id > $2)
       AND ($3::text[] IS NULL OR EXISTS (SELECT ${ADDRESSES} AND coalesce(s.state, 'SUBSCRIBED') = ANY ($3)))
       AND ($4::bytea IS NULL OR k.id IN (SELECT x.contact_id FROM recipient r JOIN contact_address x ON x.recipient_id = r.id
         WHERE r.address_key = $4 AND r.organisation_id = a.organisation_id))
     ORDER BY k.id LIMIT $5`,
    [query.addressBookId, query.after, query.states, query.addressKey, query.first + 1],
  );
  const page = listedOf(rows, query.first);
  return { ...page, rows: await withAddresses(sql, page.rows) };
}

/** A contact of this organisation that was not removed; null where there is none. */
export async function findContact(
  sql: Sql,
  organisationId: string,
  contactId: string,
): Promise<ContactStanding | null> {
  const rows = await sql.rows<ContactRowOf>(`${CONTACT} AND k.id = $2 AND a.organisation_id = $1`, [
    organisationId,
    contactId,
  ]);
  const [contact] = await withAddresses(sql, rows);
  return contact ?? null;
}

type ContactRowOf = Omit<ContactStanding, 'addresses'>;

async function withAddresses(
  sql: Sql,
  contacts: readonly ContactRowOf[],
): Promise<ContactStanding[]> {
  if (contacts.length === 0) return [];
  const rows = await sql.rows<AddressStanding & { contactId: string }>(OF_CONTACTS, [
    contacts.map(({ id }) => id),
  ]);
  const byContact = Map.groupBy(rows, ({ contactId }) => contactId);
  return contacts.map((contact) => ({
    ...contact,
    addresses: byContact.get(contact.id) ?? [],
  }));
}
