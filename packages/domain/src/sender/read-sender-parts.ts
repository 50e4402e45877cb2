import { normalForm } from '../words/normal-form.ts';

const LONGEST_NAME = 100;
/** The basic set of GSM 7-bit (3GPP TS 23.038 6.2.1) without line breaks; its letters again, as one must be there. */
const GSM_LETTERS = 'A-Za-zÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ';
const TEXT = new RegExp(`^[ -Z_a-z¡£-¥§¿${GSM_LETTERS}]{1,11}$`);
const LETTER = new RegExp(`[${GSM_LETTERS}]`);
const KEYWORD = /^[\p{L}\p{M}\p{N}]{1,20}$/u;

/** Line breaks and the like; and what turns the order of what follows, so that the address beside it would read as another. */
const UNUSABLE_IN_NAME = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** A display name in one line, empty for none; null where it would break out of its header, turn it around, or is too long. */
export function readDisplayName(text: string): string | null {
  const name = text.trim().normalize('NFC');
  return name.length > LONGEST_NAME || UNUSABLE_IN_NAME.test(name) ? null : name;
}

/** What an SMS of the kind TEXT says it is from: as much as fits (3GPP TS 23.040 9.1.2.5), and no mere number. */
export function readSenderText(text: string): string | null {
  const read = text.trim().normalize('NFC');
  return TEXT.test(read) && LETTER.test(read) ? read : null;
}

/** The word by which a short code's replies are told apart, in capitals; empty for none. */
export function readKeyword(text: string): string | null {
  const keyword = text.trim().normalize('NFC').toUpperCase();
  if (keyword === '') return keyword;
  return KEYWORD.test(keyword) && normalForm(keyword) !== '' ? keyword : null;
}
