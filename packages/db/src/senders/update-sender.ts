import { hasCountries } from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { lockSender } from './lock-sender.ts';
import { makeDefault } from './make-default.ts';
import { type ForeignSender, refuseForeign } from './owns-sender.ts';
import { SenderEntity } from './sender.entity.ts';

export type UpdateSenderRefusal =
  | 'not-found'
  | 'archived'
  | ForeignSender
  | 'taken'
  | 'name-of-email-alone'
  | 'countries-of-text-and-short-code';

/**
 * Gives a sender another display name, says where it may be sent to, or makes it the default of its channel. What it sends from stays: another address
 * is another sender. Mails that are still to be handed over say the new name.
 */
export async function updateSender(
  sql: Sql,
  input: {
    readonly organisationId: string;
    readonly senderId: string;
    /** Null: as it is. */
    readonly name: string | null;
    readonly makeDefault: boolean;
    /** Where a text is registered, or a short code works; null or not given: as it is. */
    readonly countries?: readonly string[] | null;
  },
): Promise<{ readonly id: string } | { readonly refused: UpdateSenderRefusal }> {
  const { organisationId, senderId: id, name, countries = null } = input;
  const sender = await lockSender(sql, organisationId, id);
  if (sender === null) return { refused: 'not-found' };
  if (sender.archivedAt !== null) return { refused: 'archived' };
  const foreign = await refuseForeign(sql, organisationId, sender);
  if (foreign !== null) return foreign;
  if (countries !== null && !hasCountries(sender.kind))
    return { refused: 'countries-of-text-and-short-code' };
  if (name !== null && name !== sender.name) {
    if (sender.kind !== 'EMAIL') return { refused: 'name-of-email-alone' };
    const { accountId, address } = sender;
    const same = { accountId, kind: sender.kind, address, name };
    if ((await sql.em().findOne(SenderEntity, same)) !== null) return { refused: 'taken' };
    await sql.em().nativeUpdate(SenderEntity, id, { name });
  }
  if (countries !== null)
    await sql.em().nativeUpdate(SenderEntity, id, { countries: [...countries] });
  if (input.makeDefault) await makeDefault(sql, id);
  return { id };
}
