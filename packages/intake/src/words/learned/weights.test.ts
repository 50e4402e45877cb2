import { join } from 'node:path';
import { LANGUAGES } from '@adieu/domain';
import { describe, expect, it } from 'vitest';
import { findWish } from '../find-wish.ts';
import { phrasesIn } from '../read-phrases.ts';
import { learnWeights } from './learn.ts';
import { printWeights } from './weights-file.ts';

const LEARNT_FROM = [join(import.meta.dirname, '../phrases'), join(import.meta.dirname, 'phrases')];

const phrases = LEARNT_FROM.flatMap((folder) =>
  LANGUAGES.flatMap((language) => {
    const { wishes, others } = phrasesIn(folder, language);
    return [
      ...wishes.map((text) => ({ language, text, isWish: true })),
      ...others.map((text) => ({ language, text, isWish: false })),
    ];
  }),
);

describe('weights of words (SM-4)', () => {
  it('are what learning from the phrases gives: after a change of these, -u writes them anew', async () => {
    const learnt = printWeights(learnWeights(phrases));
    await expect(learnt).toMatchFileSnapshot('../generated/weights.ts');
  });

  it('read what they were learnt from, nearly all of it', () => {
    const misread = phrases.filter(({ text, isWish }) => (findWish(text) !== null) !== isWish);
    expect(misread.length / phrases.length).toBeLessThan(0.005);
  });
});
