import { join } from 'node:path';
import { LANGUAGES } from '@adieu/domain';
import { describe, expect, it } from 'vitest';
import { findWish } from './find-wish.ts';
import { phrasesIn } from './read-phrases.ts';

const GOLDEN = join(import.meta.dirname, 'phrases');

describe.each(LANGUAGES)('in %s (SM-1, SM-4)', (language) => {
  const { wishes, others } = phrasesIn(GOLDEN, language);

  it('each wish of the golden file is found, and says why', () => {
    expect(wishes.length).toBeGreaterThan(40);
    expect(wishes.filter((text) => (findWish(text)?.why.length ?? 0) === 0)).toEqual([]);
  });

  it('nothing else of it is taken for one', () => {
    expect(others.length).toBeGreaterThan(30);
    expect(others.filter((text) => findWish(text) !== null)).toEqual([]);
  });
});
