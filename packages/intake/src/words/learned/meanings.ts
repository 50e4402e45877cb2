import { CONCEPTS } from './concepts.ts';

/** Beginnings are kept by their first letters, so that few are tried. */
const LETTERS = 2;

const whole = new Map<string, string[]>();
const begins = new Map<string, { readonly begin: string; readonly meaning: string }[]>();

for (const [meaning, words] of Object.entries(CONCEPTS))
  for (const word of words.split(' '))
    if (word.endsWith('*')) {
      const begin = word.slice(0, -1);
      const key = begin.slice(0, LETTERS);
      begins.set(key, [...(begins.get(key) ?? []), { begin, meaning }]);
    } else whole.set(word, [...(whole.get(word) ?? []), meaning]);

/** What a folded word may mean. */
export function meaningsOf(word: string): readonly string[] {
  const begun = (begins.get(word.slice(0, LETTERS)) ?? []).flatMap(({ begin, meaning }) =>
    word.startsWith(begin) ? [meaning] : [],
  );
  return [...new Set([...(whole.get(word) ?? []), ...begun])];
}
