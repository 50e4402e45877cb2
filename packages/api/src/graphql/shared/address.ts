import type { Channel } from '@adieu/domain';
import { ADDRESS_REFUSALS, type KeyRing, type KnownAddress, recogniseAddress } from '@adieu/keys';
import { InvalidInput } from './problems.ts';

/** An address as it was typed, in its normal form and with its key; or what is wrong with it. */
export function readAddress(
  ring: KeyRing,
  text: string,
  channel: Channel,
  country: string | null = null,
): KnownAddress | InvalidInput {
  const known = recogniseAddress(ring, { channel, text, country });
  if (!('refused' in known)) return known;
  const why = ADDRESS_REFUSALS[known.refused];
  return new InvalidInput('address', `${why[0]!.toUpperCase()}${why.slice(1)}.`);
}
