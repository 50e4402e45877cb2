import { describe, expect, it } from 'vitest';
import { judgeOwnPhrases, judgeWords } from './words.ts';

/** What is reached, and what `npm run bench -- words` asks for (SM-4). */
const REACHED = { recall: 0.98, falsePauses: 0.02 };

const held = judgeWords('HELD_OUT');
const tuned = judgeWords('TUNED');
if (held === null) console.warn('SKIPPED: the corpus of intents is not there');

describe.skipIf(held === null)('the corpus of intents (SM-4)', () => {
  it('of the half that was held out of the tuning, wishes are found and little else is paused', () => {
    const { wishes, found, others, paused } = held!.at(-1)!;
    expect(wishes).toBeGreaterThan(70);
    expect(found / wishes).toBeGreaterThanOrEqual(REACHED.recall);
    expect(paused / others).toBeLessThanOrEqual(REACHED.falsePauses);
  });

  it('of both halves every keyword alone acts, in each language (SM-1, SM-2, SM-11)', () => {
    for (const { language, keywords, acted } of [...held!, ...tuned!])
      expect([language, acted]).toEqual([language, keywords]);
  });

  it('of the half that they were tuned on, the rules miss nothing', () => {
    const { wishes, found, paused } = tuned!.at(-1)!;
    expect([found, paused]).toEqual([wishes, 0]);
  });
});

it('of phrases of our own that nothing was learnt from, most wishes are found and little else is paused (SM-4)', () => {
  const { wishes, found, others, paused } = judgeOwnPhrases().at(-1)!;
  expect(wishes).toBe(125);
  expect(found / wishes).toBeGreaterThanOrEqual(0.85);
  expect(paused / others).toBeLessThanOrEqual(0.03);
});
