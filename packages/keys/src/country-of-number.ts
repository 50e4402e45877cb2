import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** The country (ISO 3166, two letters) that a number in E.164 is of; null where none is, as of a satellite's. */
export function countryOfNumber(number: string): string | null {
  return parsePhoneNumberFromString(number)?.country ?? null;
}
