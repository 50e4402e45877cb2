import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { KeyRing } from './key-ring.ts';
import {
  type AddressRefusal,
  type KnownAddress,
  recogniseAddress,
  type TypedAddress,
} from './recognise-address.ts';

export type RecipientRefusal = Extract<
  AddressRefusal,
  'landline' | 'service-number' | 'not-given-out'
>;

/** Kinds of numbers by which no SMS reaches a person; in many countries a landline's and a mobile's look alike, and are let through. */
const REFUSED: Readonly<Record<string, RecipientRefusal>> = {
  FIXED_LINE: 'landline',
  PREMIUM_RATE: 'service-number',
  TOLL_FREE: 'service-number',
  SHARED_COST: 'service-number',
  UAN: 'service-number',
  VOICEMAIL: 'service-number',
};

/**
 * Why a number in E.164 is none to send SMS to, as far as its country's plan says; null where it may be one. What is not in
 * the plan is mostly a digit short: a stranger may have the number that it is taken for.
 */
export function refuseRecipient(number: string): RecipientRefusal | null {
  const read = parsePhoneNumberFromString(number);
  if (!read?.isValid()) return 'not-given-out';
  return REFUSED[read.getType() ?? ''] ?? null;
}

/**
 * An address that somebody is to be written to at, in its normal form and with its key. A wish to stop is taken of any number
 * (`recogniseAddress`).
 */
export function recogniseRecipient(
  ring: KeyRing,
  typed: TypedAddress,
): KnownAddress | { readonly refused: AddressRefusal } {
  const known = recogniseAddress(ring, typed);
  if ('refused' in known || known.channel === 'EMAIL') return known;
  const refused = refuseRecipient(known.address);
  return refused === null ? known : { refused };
}
