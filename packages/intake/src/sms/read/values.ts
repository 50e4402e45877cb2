import { MESSAGE_PARAMETER } from '@adieu/gateways';
import { type Fields, Unreadable } from './fields.ts';

const LONGEST_ID = 200;
/** 255 parts, the most that a message can have. */
const LONGEST_TEXT = 40_000;

export function mustHave(fields: Fields, name: string): string {
  const value = fields.text(name);
  if (value === null || value === '') throw new Unreadable(`${name} is missing`);
  return value;
}

/** A text that may be empty, but must be there. */
export function mustHaveText(fields: Fields, name: string): string {
  const said = fields.text(name);
  if (said === null) throw new Unreadable(`${name} is missing`);
  return messageText(said);
}

/** An id as gateways give them, null where there is none. */
export function idOf(fields: Fields, name: string | null): string | null {
  return name === null ? null : checkId(name, fields.text(name));
}

export function mustHaveId(fields: Fields, name: string): string {
  return checkId(name, mustHave(fields, name))!;
}

/** Our own id of the message, from the URL that the gateway was told for its statuses. */
export function ourIdOf(fields: Fields): string | null {
  return checkId(MESSAGE_PARAMETER, fields.query(MESSAGE_PARAMETER));
}

function checkId(name: string, value: string | null): string | null {
  if (value === null || value === '') return null;
  if (value.length > LONGEST_ID || !/^[\x21-\x7e]+$/.test(value))
    throw new Unreadable(`${name} is no id`);
  return value;
}

/** Short numbers are fewer digits than any number with its country. */
const LONGEST_SHORT_NUMBER = 7;

/** E.164, or a short number as it is. Gateways leave the plus away, or send it as the blank of a form. */
export function numberOf(fields: Fields, name: string): string {
  // RCS says what it is before the number.
  const written = mustHave(fields, name)
    .replace(/^rcs:/i, '')
    .replaceAll(/[\s()./-]/g, '');
  const [, prefix, digits] = /^(\+|00)?(\d{2,15})$/.exec(written) ?? [];
  if (digits === undefined) throw new Unreadable(`${name} is no number`);
  if (prefix === undefined && digits.length <= LONGEST_SHORT_NUMBER) return digits;
  if (digits.startsWith('0') || digits.length < LONGEST_SHORT_NUMBER)
    throw new Unreadable(`${name} is no number with its country`);
  return `+${digits}`;
}

/**
 * The text as it can be kept: halves of characters and NUL, which no database takes, are shown as what they are. It may be
 * empty. One that is longer than any message was not written by a telephone.
 */
export function messageText(text: string): string {
  if (text.length > LONGEST_TEXT) throw new Unreadable('the text is longer than any message');
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

const ZONED = /(?:Z|[+-]\d\d:?\d\d)$/i;
const ISO = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$/i;

/** An instant as gateways write it, ISO 8601 (UTC where no zone is said) or seconds; null where it is neither. */
export function instantOf(fields: Fields, name: string | null): Date | null {
  const text = name === null ? null : fields.text(name);
  if (text === null) return null;
  if (/^\d{9,11}$/.test(text)) return new Date(Number(text) * 1000);
  if (/^\d{12,14}$/.test(text)) return new Date(Number(text));
  // A plus that was sent as it is came as a blank.
  const whole = text.replace(/ (?=\d\d:?\d\d$)/, '+').replace(/^(\d{4}-\d\d-\d\d)[ +]/, '$1T');
  if (!ISO.test(whole)) return null;
  const at = new Date(ZONED.test(whole) ? whole : `${whole}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}
