import type { Channel } from '@adieu/domain';
import type { Transaction } from '../sql.ts';
import { carryToNewAddress, carryToOtherAddresses } from './carry-wishes.ts';
import { ensureRecipients, type KnownAddress } from './ensure-recipients.ts';
import type { Person } from './merge-contacts.ts';

export type UpdateRefusal =
  | { readonly refused: 'not-found' | 'archived' }
  /** Another contact of the book has this address. */
  | { readonly refused: 'two-contacts'; readonly channel: Channel };

/**
 * Changes a contact, in the caller's transaction; channels that are not named keep their address. Nobody comes back by it:
 * what stands for the old address goes on for it, and for the new one as well. What was queued for the old one is stopped.
 */
export async function updateContact(
  tx: Transaction,
  input: Person & {
    readonly organisationId: string;
    readonly contactId: string;
    readonly now: Date;
  },
): Promise<{ contactId: string } | UpdateRefusal> {
  const { organisationId, contactId, addresses, now } = input;
  let [book] = await tx.rows<Book>(BOOK, [contactId, organisationId]);
  if (book === undefined) return { refused: 'not-found' };
  let ids: ReadonlyMap<string, string>;
  let held: Held[];
  const idOf = ({ addressKey }: KnownAddress): string => ids.get(addressKey.toString('hex'))!;
  do {
    // Addresses before their contact, as imports lock them; whoever had it meanwhile may have given it another.
    const before = await tx.rows<KnownAddress>(ADDRESSES, [contactId]);
    ids = await ensureRecipients(tx, organisationId, [...before, ...addresses]);
    [book] = await tx.rows<Book>(`${BOOK} FOR NO KEY UPDATE OF k`, [contactId, organisationId]);
    if (book === undefined) return { refused: 'not-found' };
    held = await tx.rows<Held>(HELD, [book.id, addresses.map(idOf), contactId]);
  } while (held.some((each) => each.isOwn && ![...ids.values()].includes(each.recipientId)));
  if (book.archived) return { refused: 'archived' };
  const changed = addresses.flatMap((address) => {
    const recipientId = idOf(address);
    const own = held.find((each) => each.isOwn && each.channel === address.channel);
    const old = own?.recipientId ?? null;
    return old === recipientId ? [] : [{ channel: address.channel, recipientId, old }];
  });
  const taken = held.find((each) => !each.isOwn && each.isActive);
  if (taken !== undefined) return { refused: 'two-contacts', channel: taken.channel };
  for (const { channel, recipientId, old } of changed)
    await tx.rows(SET_ADDRESS, [contactId, channel, book.id, recipientId, old, now]);
  await tx.rows(
    'UPDATE contact SET language = coalesce($2, language), fields = fields || $3::jsonb WHERE id = $1',
    [contactId, input.language, JSON.stringify(input.fields)],
  );
  for (const { recipientId: to, old } of changed)
    if (old !== null) await carryToNewAddress(tx, { organisationId, from: old, to, now });
  if (changed.length > 0)
    await carryToOtherAddresses(tx, { organisationId, contactIds: [contactId], now });
  return { contactId };
}

interface Book {
  readonly id: string;
  readonly archived: boolean;
}

interface Held {
  readonly channel: Channel;
  readonly recipientId: string;
  readonly isOwn: boolean;
  readonly isActive: boolean;
}

const BOOK = `
  SELECT b.id, coalesce(a.archived_at, b.archived_at) IS NOT NULL AS archived
  FROM contact k JOIN address_book b ON b.id = k.address_book_id JOIN account a ON a.id = b.account_id
  WHERE k.id = $1 AND a.organisation_id = $2 AND k.removed_at IS NULL`;

const ADDRESSES = `
  SELECT r.channel, NULL AS address, r.address_key AS "addressKey"
  FROM contact_address x JOIN recipient r ON r.id = x.recipient_id WHERE x.contact_id = $1`;

const HELD = `
  SELECT x.channel, x.recipient_id AS "recipientId", x.contact_id = $3 AS "isOwn", k.removed_at IS NULL AS "isActive"
  FROM contact_address x JOIN contact k ON k.id = x.contact_id
  WHERE x.contact_id = $3 OR (x.address_book_id = $1 AND x.recipient_id = ANY ($2::uuid[]))
  ORDER BY x.channel`;

/** $1 contact, $2 channel, $3 book, $4 recipient, $5 the one before or null, $6 now. A removed contact gives the address up. */
const SET_ADDRESS = `
  WITH freed AS (
    DELETE FROM contact_address x WHERE x.address_book_id = $3 AND x.recipient_id = $4 RETURNING 1
  ), replaced AS (
    DELETE FROM contact_address x WHERE x.contact_id = $1 AND x.channel = $2 RETURNING 1
  ), stopped AS (
    UPDATE message SET state = 'STOPPED', stopped_by = 'CONTACT_REMOVED', changed_at = $6
    -- What is being claimed waits for the address that is locked here: it goes, as if it had been a moment earlier.
    WHERE id IN (
      SELECT m.id FROM campaign c JOIN message m ON m.campaign_id = c.id AND m.recipient_id = $5
      WHERE c.address_book_id = $3 AND m.contact_id = $1 AND m.state IN ('QUEUED', 'HELD') FOR UPDATE OF m SKIP LOCKED)
  )
  INSERT INTO contact_address (contact_id, channel, address_book_id, recipient_id)
  SELECT $1, $2, $3, $4 WHERE (SELECT count(*) FROM freed) + (SELECT count(*) FROM replaced) >= 0`;
