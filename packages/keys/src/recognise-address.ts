import type { Channel } from '@adieu/domain';
import { addressKey } from './address-key.ts';
import type { KeyRing } from './key-ring.ts';
import { normaliseEmail } from './normalise-email.ts';
import { lacksPlus, readNumber } from './read-number.ts';

export interface KnownAddress {
  readonly channel: Channel;
  /** The normal form: an e-mail address, or a number as E.164. */
  readonly address: string;
  readonly addressKey: Buffer;
}

/** Why a text is no address of its channel. */
export const ADDRESS_REFUSALS = {
  'not-an-email': 'not an e-mail address: give one like name@example.test',
  'not-a-number': 'not a telephone number: give one like +46 70 174 06 05',
  'country-needed': 'a number without its country: begin with + and the country, like +46',
  'plus-needed': 'a number without its +: begin with + and the country, like +46 70 174 06 05',
  'not-given-out':
    'no number that its country gives out: look whether a digit is missing or one too many',
  'short-code': 'a short code, which is nobody’s number: give one like +46 70 174 06 05',
  landline: 'a landline, which no SMS reaches: give a mobile number',
  'service-number':
    'a number of a service (premium, free of charge, voicemail), which is nobody’s telephone: give a mobile number',
} as const;
export type AddressRefusal = keyof typeof ADDRESS_REFUSALS;

/** The same with what its account lacks, where that is why: `country` is what numbers without one would be of. */
export function explainRefusal(refused: AddressRefusal, country: string | null): string {
  const why = ADDRESS_REFUSALS[refused];
  return refused === 'country-needed' && country === null
    ? `${why}. Its account has no country that would stand in: changeAccount gives it one`
    : why;
}

export interface TypedAddress {
  readonly channel: Channel;
  readonly text: string;
  readonly country: string | null;
}

const NUMBER_REFUSALS = {
  NO_NUMBER: 'not-a-number',
  COUNTRY_NEEDED: 'country-needed',
  SHORT_CODE: 'short-code',
} as const;

/**
 * An address of a person as it was typed, in its normal form and with its key: all ways of writing one give the same.
 * `country` (ISO 3166) is the one that numbers without a country are of; null = none is assumed.
 */
export function recogniseAddress(
  ring: KeyRing,
  typed: TypedAddress,
): KnownAddress | { readonly refused: AddressRefusal } {
  const { channel } = typed;
  const read =
    channel === 'EMAIL' ? readEmail(typed.text) : readOwnNumber(typed.text, typed.country);
  if ('refused' in read) return read;
  return { channel, ...read, addressKey: addressKey(ring, channel, read.address) };
}

type Read = { readonly address: string } | { readonly refused: AddressRefusal };

function readEmail(text: string): Read {
  const address = normaliseEmail(text);
  return address === null ? { refused: 'not-an-email' } : { address };
}

/** A person's number in its normal form, E.164; or why a text is none. */
export function readOwnNumber(text: string, country: string | null): Read {
  const read = readNumber(text, country);
  if (read.kind === 'NUMBER') return { address: read.number };
  return { refused: lacksPlus(text) ? 'plus-needed' : NUMBER_REFUSALS[read.kind] };
}
