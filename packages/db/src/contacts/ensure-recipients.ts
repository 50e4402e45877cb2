import type { Channel } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** An address of a person, in its normal form and with its key. */
export interface Address {
  readonly channel: Channel;
  readonly address: string;
  readonly addressKey: Buffer;
}

/** One that has its row, so that its clear form is not needed: it may be erased meanwhile, and is not to come back by this. */
export interface KnownAddress extends Omit<Address, 'address'> {
  readonly address: string | null;
}

/**
 * Finds or makes the recipients of addresses; gives each one's id by its key (hex). Their rows are locked until the
 * transaction ends, in order of key, as everything does that locks several: whoever else is about to write one of these
 * addresses into a book waits here.
 */
export async function ensureRecipients(
  sql: Sql,
  organisationId: string,
  addresses: readonly KnownAddress[],
): Promise<Map<string, string>> {
  const inOrder = [
    ...new Map(addresses.map((each) => [each.addressKey.toString('hex'), each])).entries(),
  ].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const rows = await sql.rows<{ key: string; id: string }>(
    `INSERT INTO recipient AS r (organisation_id, channel, address_key, address)
     SELECT $1::uuid, * FROM unnest($2::text[], $3::bytea[], $4::text[])
     ON CONFLICT (organisation_id, channel, address_key) DO UPDATE SET address = coalesce(r.address, excluded.address)
     RETURNING encode(address_key, 'hex') AS key, id`,
    [
      organisationId,
      inOrder.map(([, { channel }]) => channel),
      inOrder.map(([, { addressKey }]) => addressKey),
      inOrder.map(([, { address }]) => address),
    ],
  );
  return new Map(rows.map(({ key, id }) => [key, id]));
}

/** The same for one address; gives its recipient's id. */
export async function ensureRecipient(
  sql: Sql,
  { organisationId, ...address }: KnownAddress & { readonly organisationId: string },
): Promise<string> {
  const ids = await ensureRecipients(sql, organisationId, [address]);
  return ids.get(address.addressKey.toString('hex'))!;
}
