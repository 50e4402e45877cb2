import { count } from 'sms-length';
import { SegmentedMessage } from 'sms-segments-calculator';
import { inGsm7 } from './in-gsm7.ts';

/** How a text goes through the air. */
export interface SmsParts {
  readonly encoding: 'GSM-7' | 'UCS-2';
  /** As a phone shows them: one of the extension (`€`, `[`) counts two in GSM-7, an emoji one in UCS-2. */
  readonly characters: number;
  readonly parts: number;
}

/** What a text costs to send, and what makes it dear. */
export interface SmsCount extends SmsParts {
  /** The first character that is not in GSM-7, so that a part holds 70 characters instead of 160; null where none is. */
  readonly forcedBy: string | null;
  /** The same text in GSM-7, to offer to its author and never to send unasked; null where it needs none, or some character has none. */
  readonly replacement: string | null;
}

/** Letters of Europe and their signs: each is one unit of UTF-16, and none joins its neighbour. */
const ALL_SINGLE =
  /^[\n\x20-\u02ff\u0370-\u0482\u048a-\u0586\u2010-\u2015\u2018-\u2026\u20a0-\u20bf]*$/u;

export function countSms(text: string): SmsCount {
  const counted = countParts(text);
  const forcedBy =
    counted.encoding === 'GSM-7'
      ? null
      : (new SegmentedMessage(text).getNonGsmCharacters()[0] ?? null);
  return { ...counted, forcedBy, replacement: forcedBy === null ? null : inGsm7(text) };
}

/**
 * Counted as it is: no gateway is asked to exchange characters, which would change what the author wrote. Where a character can take
 * two places and so may not fit at the end of a part, the parts are filled one by one; a sum does for all others, in a hundredth of
 * the time.
 */
export function countParts(text: string): SmsParts {
  const { encoding, length, messages } = count(text);
  const isSum = encoding === 'GSM_7BIT' || (messages <= 1 && encoding === 'GSM_7BIT_EXT');
  if (ALL_SINGLE.test(text) && (isSum || encoding === 'UTF16'))
    return {
      encoding: encoding === 'UTF16' ? 'UCS-2' : 'GSM-7',
      characters: length,
      parts: Math.max(1, messages),
    };
  const { encodingName, numberOfCharacters, segmentsCount } = new SegmentedMessage(text);
  return { encoding: encodingName, characters: numberOfCharacters, parts: segmentsCount };
}
