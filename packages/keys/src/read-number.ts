import {
  isSupportedCountry,
  parseIncompletePhoneNumber,
  parsePhoneNumberFromString,
  type PhoneNumber,
} from 'libphonenumber-js/max';

/** What a text is among the numbers that can be written to. */
export type ReadNumber =
  | { readonly kind: 'NUMBER'; /** E.164, like +46701234567. */ readonly number: string }
  /** A service of a country's operators: a sender's, never a person's. */
  | { readonly kind: 'SHORT_CODE'; readonly code: string }
  | { readonly kind: 'NO_NUMBER' }
  /** It may be one, but not without the country that it is of. */
  | { readonly kind: 'COUNTRY_NEEDED' };

/** In whichever digits they are typed that the parser knows too. */
const SHORT_CODE = /^[\d\uFF10-\uFF19\u0660-\u0669\u06F0-\u06F9]{3,6}$/;
const MAYBE_NATIONAL = /^[\d\s()./-]{7,24}$/;
/** No number is longer, however it is written; the parser need not look at more. */
const LONGEST_TEXT = 40;

/**
 * One form for all ways of writing a telephone number: +46 70 123 45 67, 0046…, and 070-123 45 67 with `country`
 * (ISO 3166, two letters) are one. Short codes are looked for first: the parser would take 72080 for a number.
 *
 * What names its own country need only be possible, for ranges are opened more often than metadata are updated, and an
 * opt-out must not fail by that. What leaves the country out must be a number that it has given out.
 */
export function readNumber(text: string, country: string | null): ReadNumber {
  const typed = text.trim().replace(/^tel:/i, '');
  if (typed.length > LONGEST_TEXT) return { kind: 'NO_NUMBER' };
  const national = country === null ? undefined : parseNational(typed, country.toUpperCase());
  if (SHORT_CODE.test(typed))
    // In a few countries people's own numbers are as short.
    return national === undefined
      ? { kind: 'SHORT_CODE', code: parseIncompletePhoneNumber(typed) }
      : found(national);
  const number = parseInternational(typed) ?? national;
  if (number !== undefined) return found(number);
  const unplaced = country === null || !isSupportedCountry(country.toUpperCase());
  return { kind: unplaced && MAYBE_NATIONAL.test(typed) ? 'COUNTRY_NEEDED' : 'NO_NUMBER' };
}

/** Whether a text would be a number that is given out, if + stood before it. One that begins with 0 is its country's own. */
export function lacksPlus(text: string): boolean {
  const typed = text.trim();
  if (!MAYBE_NATIONAL.test(typed) || !/^[1-9]/.test(typed)) return false;
  return parseInternational(`+${typed}`)?.isValid() ?? false;
}

function found(number: PhoneNumber): ReadNumber {
  return { kind: 'NUMBER', number: number.number };
}

function parseInternational(typed: string): PhoneNumber | undefined {
  const number = parsePhoneNumberFromString(typed.replace(/^00(?=\s*[1-9])/, '+'), {
    extract: false,
  });
  return number?.isPossible() && number.ext === undefined ? number : undefined;
}

function parseNational(typed: string, country: string): PhoneNumber | undefined {
  if (!isSupportedCountry(country)) return undefined;
  const number = parsePhoneNumberFromString(typed, { defaultCountry: country, extract: false });
  return number?.isValid() && number.ext === undefined ? number : undefined;
}
