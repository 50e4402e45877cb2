import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '@adieu/domain';
import { describe, expect, it } from 'vitest';
import { findWish } from './find-wish.ts';

/** The wishes of a language’s golden file, and what is none. */
function phrasesOf(language: string): [wishes: string[], others: string[]] {
  const file = join(import.meta.dirname, 'phrases', `${language}.txt`);
  const [wishes, others] = readFileSync(file, 'utf8').split('---\n');
  const lines = (text = '') =>
    text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return [lines(wishes), lines(others)];
}

describe.each(LANGUAGES)('in %s (SM-1, SM-4)', (language) => {
  const [wishes, others] = phrasesOf(language);

  it('each wish of the golden file is found, and says why', () => {
    expect(wishes.length).toBeGreaterThan(40);
    expect(wishes.filter((text) => (findWish(text)?.why.length ?? 0) === 0)).toEqual([]);
  });

  it('nothing else of it is taken for one', () => {
    expect(others.length).toBeGreaterThan(30);
    expect(others.filter((text) => findWish(text) !== null)).toEqual([]);
  });
});
