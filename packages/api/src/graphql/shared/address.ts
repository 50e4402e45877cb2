import type { Channel } from '@adieu/domain';
import {
  type AddressRefusal,
  explainRefusal,
  type KeyRing,
  type KnownAddress,
  recogniseAddress,
  recogniseRecipient,
  type TypedAddress,
} from '@adieu/keys';
import { InvalidInput } from './problems.ts';

/** An address as it was typed, in its normal form and with its key; or what is wrong with it. */
export function readAddress(
  ring: KeyRing,
  text: string,
  channel: Channel,
  country: string | null = null,
): KnownAddress | InvalidInput {
  return told(recogniseAddress(ring, { channel, text, country }));
}

/** The same of an address that somebody is to be written to at. */
export function readRecipientAddress(
  ring: KeyRing,
  typed: TypedAddress,
): KnownAddress | InvalidInput {
  return told(recogniseRecipient(ring, typed));
}

function told(known: ReturnType<typeof recogniseAddress>): KnownAddress | InvalidInput {
  return 'refused' in known ? new InvalidInput('address', tellRefusal(known.refused, '')) : known;
}

/** As a sentence. `country` is the account's, which numbers without one are of; '' where none is asked. */
export function tellRefusal(refused: AddressRefusal, country: string | null): string {
  const why = explainRefusal(refused, country);
  return `${why[0]!.toUpperCase()}${why.slice(1)}.`;
}
