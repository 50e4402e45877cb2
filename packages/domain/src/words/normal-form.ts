/** More is looked at by nobody: an SMS of 20 parts has 3,060 characters. */
const LONGEST = 4_000;

/** ASCII: no letter of it has a mark, and none another form. */
const PLAIN = /^\p{ASCII}*$/u;

/** Letters that no decomposition turns into those of the alphabet; the dotless i is what Turkish phones make of STOPI. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/**
 * What somebody wrote, as keywords are compared (SM-2): compatibility forms, case and accents folded; quotes, punctuation,
 * emoji and what is not seen become one blank. Work is bounded by the cut: of marks upon one letter three are kept, for ordering
 * a thousand takes the square of their number.
 */
export function normalForm(text: string): string {
  return foldLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The same with its punctuation kept, for who asks where a sentence ends. */
export function foldLetters(text: string): string {
  const seen = text.slice(0, LONGEST);
  // Most of what comes in: nothing of what follows changes it, and each word of each answer is folded.
  if (PLAIN.test(seen)) return seen.toLowerCase();
  return seen
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => LETTERS[letter]!)
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]+/gu, '');
}
