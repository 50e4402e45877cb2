import { SegmentedMessage } from 'sms-segments-calculator';

/**
 * A text in GSM-7, to offer: quotes, dashes and blanks by the library's table; a letter that has no like there loses its accent.
 * Null where some character has neither.
 */
export function inGsm7(text: string): string | null {
  // The table makes two blanks of one that does not break.
  const exchanged = new SegmentedMessage(
    text.normalize('NFC').replace(/\p{Zs}/gu, ' '),
    'auto',
    true,
  );
  const foreign = new Map(
    exchanged.getNonGsmCharacters().map((each) => [each, withoutAccent(each)]),
  );
  if ([...foreign.values()].includes(null)) return null;
  return exchanged.graphemes.map((each) => foreign.get(each) ?? each).join('');
}

function withoutAccent(character: string): string | null {
  const plain = character.normalize('NFKD').replace(/\p{M}+/gu, '');
  return /^[a-z\d]+$/i.test(plain) ? plain : null;
}
