import type { Channel, ContactState } from '@adieu/domain';
import { type Listed, listedOf } from '../listed.ts';
import type { Sql } from '../sql.ts';

/** A contact of a book, and where their address stands with it: the gate's answer, whichever book they left (F9, A5). */
export interface ContactStanding {
  readonly id: string;
  readonly addressBookId: string;
  readonly recipientId: string;
  readonly channel: Channel;
  /** Null after erasure. */
  readonly address: string | null;
  readonly language: string | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly createdAt: Date;
  readonly state: ContactState;
  readonly since: Date | null;
  readonly requestId: string | null;
}

const STANDING = `
  SELECT k.id, k.address_book_id AS "addressBookId", r.id AS "recipientId", r.channel, r.address, k.language, k.fields,
    k.created_at AS "createdAt", coalesce(s.state, 'SUBSCRIBED') AS state, s.since, s.request_id AS "requestId"
  FROM contact k
  JOIN recipient r ON r.id = k.recipient_id
  JOIN address_book b ON b.id = k.address_book_id
  JOIN account a ON a.id = b.account_id
  LEFT JOIN LATERAL (
    SELECT * FROM covering_suppressions(r.address_key, CASE WHEN a.keeps_own_list THEN a.id ELSE a.organisation_id END,
      r.channel, b.purpose, a.organisation_id, a.id, b.id, NULL) c
    ORDER BY c.state = 'PAUSED', c.since LIMIT 1
  ) s ON true
  WHERE k.removed_at IS NULL`;

/** One page of a book's contacts; `after` is the recipient of the last one seen. Whoever asks has the book from a row of their own. */
export async function listContacts(
  sql: Sql,
  query: {
    addressBookId: string;
    states: readonly ContactState[] | null;
    first: number;
    after: string | null;
  },
): Promise<Listed<ContactStanding>> {
  const rows = await sql.rows<ContactStanding>(
    `${STANDING} AND k.address_book_id = $1 AND ($2::uuid IS NULL OR k.recipient_id > $2)
       AND ($3::text[] IS NULL OR coalesce(s.state, 'SUBSCRIBED') = ANY ($3))
     ORDER BY k.recipient_id LIMIT $4`,
    [query.addressBookId, query.after, query.states, query.first + 1],
  );
  return listedOf(rows, query.first);
}

/** A contact of this organisation that was not removed; null where there is none. */
export async function findContact(
  sql: Sql,
  organisationId: string,
  contactId: string,
): Promise<ContactStanding | null> {
  const [row] = await sql.rows<ContactStanding>(
    `${STANDING} AND k.id = $2 AND a.organisation_id = $1`,
    [organisationId, contactId],
  );
  return row ?? null;
}
