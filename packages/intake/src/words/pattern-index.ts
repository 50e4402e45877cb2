import type { Pattern } from './pattern.ts';
import type { Token } from './tokens.ts';

/** Beginnings are looked for by their first letters: each has at least so many. */
const LETTERS = 2;

/** Gives the patterns that a text may fit, in their order: of a thousand some dozens, so that the others need not be tried. */
export function indexPatterns<Each extends Pattern>(
  patterns: readonly Each[],
): (tokens: readonly Token[]) => Each[] {
  const byWord = new Map<string, number[]>();
  const byBeginning = new Map<string, number[]>();
  const always: number[] = [];
  const put = (map: Map<string, number[]>, key: string, index: number): void => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [index]);
    else known.push(index);
  };
  for (const [index, { keys, text }] of patterns.entries()) {
    if (keys === null) always.push(index);
    for (const word of keys?.whole ?? []) put(byWord, word, index);
    for (const begin of keys?.begins ?? []) {
      if (begin.length < LETTERS) throw new Error(`too short a beginning in “${text}”`);
      put(byBeginning, begin.slice(0, LETTERS), index);
    }
  }
  return (tokens) => {
    const found = new Set(always);
    for (const { word } of tokens) {
      for (const index of byWord.get(word) ?? []) found.add(index);
      for (const index of byBeginning.get(word.slice(0, LETTERS)) ?? []) found.add(index);
    }
    return [...found].toSorted((a, b) => a - b).map((index) => patterns[index]!);
  };
}
