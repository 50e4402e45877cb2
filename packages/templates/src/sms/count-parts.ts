import { SegmentedMessage } from 'sms-segments-calculator';

/** What a text costs to send. */
export interface SmsCount {
  readonly encoding: 'GSM-7' | 'UCS-2';
  /** As a phone shows them: one of the extension (`€`, `[`) counts two in GSM-7. */
  readonly characters: number;
  readonly parts: number;
  /** The first character that is not in GSM-7, so that a part holds 70 characters instead of 160; null where none is. */
  readonly forcedBy: string | null;
  /** The same text in GSM-7, to offer to its author and never to send unasked; null where it needs none, or some character has none. */
  readonly replacement: string | null;
}

/** Counted as it is: no gateway is asked to exchange characters, which would change what the author wrote. */
export function countSms(text: string): SmsCount {
  const message = new SegmentedMessage(text, 'auto', false);
  const forcedBy = message.getNonGsmCharacters()[0] ?? null;
  return {
    encoding: message.encodingName,
    characters: message.numberOfCharacters,
    parts: message.segmentsCount,
    forcedBy,
    replacement: forcedBy === null ? null : inGsm7(text),
  };
}

/** By the library's table of quotes, dashes and blanks; a letter that has no like there loses its accent. */
function inGsm7(text: string): string | null {
  const exchanged = new SegmentedMessage(text.normalize('NFC'), 'auto', true);
  const foreign = new Map(
    exchanged.getNonGsmCharacters().map((each) => [each, withoutAccent(each)]),
  );
  if ([...foreign.values()].some((each) => each === null)) return null;
  return exchanged.graphemes.map((each) => foreign.get(each) ?? each).join('');
}

function withoutAccent(character: string): string | null {
  const plain = character.normalize('NFKD').replace(/\p{M}+/gu, '');
  const isGsm7 = new SegmentedMessage(plain).encodingName === 'GSM-7';
  return isGsm7 && /^[\p{L}\p{N}]+$/u.test(plain) ? plain : null;
}
