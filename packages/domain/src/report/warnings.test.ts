import { describe, expect, it } from 'vitest';
import { longTermRate, WARNING, warningsOf } from './warnings.ts';

const LATER = WARNING.lowAfterSeconds;
const CALM = { campaigns: 10, mean: 0.002, sigma: 0.0005 };

describe('a campaign warns (F3, W-14)', () => {
  it.each([
    ['one of three left', [3, 1, 0], []],
    ['two of 100 left', [100, 2, 0], []],
    ['3 of 100 left', [100, 3, 0], ['OPT_OUT_RATE']],
    ['just below 1 %', [10_000, 99, 0], []],
    ['1 %', [10_000, 100, 0], ['OPT_OUT_RATE']],
    ['one of 999 complained', [999, 0, 1], []],
    ['one of 1,000 complained', [1_000, 0, 1], ['COMPLAINT_RATE']],
    ['two of 999 complained', [999, 0, 2], ['COMPLAINT_RATE']],
    ['just below 0.1 %', [10_000, 0, 9], []],
    ['0.1 %, and 1 %', [10_000, 100, 10], ['OPT_OUT_RATE', 'COMPLAINT_RATE']],
    ['nothing was sent', [0, 0, 0], []],
  ] as const)('where %s', (_name, [sent, optOuts, complaints], kinds) => {
    const tried = { tried: sent, hardBounces: 0 };
    expect(warningsOf({ sent, optOuts, complaints, ...tried }, null, LATER)).toEqual(kinds);
  });

  it.each([
    ['two of 100 have no mailbox', [100, 100, 2], []],
    ['3 of 100 have none', [100, 100, 3], ['BOUNCE_RATE']],
    ['just below 2 %', [10_000, 10_000, 199], []],
    ['2 %', [10_000, 10_000, 200], ['BOUNCE_RATE']],
    ['all were refused at once', [0, 100, 100], ['BOUNCE_RATE']],
    ['few were tried', [40, 99, 59], []],
  ] as const)('where %s (P7)', (_name, [sent, tried, hardBounces], kinds) => {
    const figures = { sent, tried, hardBounces, optOuts: 0, complaints: 0 };
    expect(warningsOf(figures, null, LATER)).toEqual(kinds);
  });

  it.each([
    ['as ever', 100_000, 200, CALM, LATER, []],
    ['just below 3 σ', 100_000, 349, CALM, LATER, []],
    ['3 σ above', 100_000, 351, CALM, LATER, ['OPT_OUT_UNUSUAL']],
    ['3 σ below', 100_000, 49, CALM, LATER, ['OPT_OUT_UNUSUAL']],
    ['3 σ below, but people still have time', 100_000, 49, CALM, LATER - 1, []],
    ['little above, by chance', 1_000, 5, { ...CALM, sigma: 0 }, LATER, []],
    ['nobody ever left', 1_000, 0, { campaigns: 10, mean: 0, sigma: 0 }, LATER, []],
  ] as const)('by what is unusual: %s', (_name, sent, optOuts, longTerm, age, kinds) => {
    const figures = { sent, optOuts, complaints: 0, tried: sent, hardBounces: 0 };
    expect(warningsOf(figures, longTerm, age)).toEqual(kinds);
  });
});

describe('the long-term average', () => {
  const campaign = (optOuts: number, sent = 1_000) => ({ sent, optOuts, complaints: 0 });

  it('is the mean and the standard deviation of the rates', () => {
    const found = longTermRate([1, 2, 3, 4, 5].map((n) => campaign(n)))!;
    expect(found.campaigns).toBe(5);
    expect(found.mean).toBeCloseTo(0.003, 10);
    expect(found.sigma).toBeCloseTo(Math.sqrt(2.5) / 1_000, 10);
  });

  it('needs five campaigns, and does not count small ones', () => {
    const four = [1, 2, 3, 4].map((n) => campaign(n));
    expect(longTermRate(four)).toBeNull();
    expect(longTermRate([...four, campaign(1, WARNING.fewestSent - 1)])).toBeNull();
    expect(longTermRate([...four, campaign(1, WARNING.fewestSent)])).not.toBeNull();
  });
});
