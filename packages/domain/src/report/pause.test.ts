import { describe, expect, it } from 'vitest';
import { isToBePaused } from './pause.ts';

describe('complaints pause a running campaign (W-14)', () => {
  it.each([
    ['nothing was sent', 0, 0, false],
    ['one of ten complained', 10, 1, false],
    ['all of three complained', 3, 3, false],
    ['3 of 99', 99, 3, false],
    ['2 of 100', 100, 2, false],
    ['3 of 100', 100, 3, true],
    ['2 of 500', 500, 2, false],
    ['0.3 %', 1_000, 3, true],
    ['just below 0.3 %', 1_001, 3, false],
    ['just below 0.3 % of many', 100_000, 299, false],
    ['0.3 % of many', 100_000, 300, true],
    ['0.1 %, which only warns', 100_000, 100, false],
  ] as const)('where %s', (_name, sent, complaints, isPaused) => {
    expect(isToBePaused({ sent, complaints })).toBe(isPaused);
  });
});
