import { describe, expect, it } from 'vitest';
import { barsOf, cut } from './plot.ts';

describe('the bars of a plot', () => {
  it('lie side by side within the plot, the longest as long as it', () => {
    expect(barsOf([1, 4, 2])).toEqual([
      { at: 5, width: 23.33, length: 25 },
      { at: 38.33, width: 23.33, length: 100 },
      { at: 71.67, width: 23.33, length: 50 },
    ]);
    const { at, width } = barsOf(Array.from({ length: 30 }, () => 1)).at(-1)!;
    expect(at + width).toBeLessThan(100);
  });

  it('show nothing for nothing, and something for the smallest number', () => {
    expect(barsOf([0, 0]).map(({ length }) => length)).toEqual([0, 0]);
    expect(barsOf([1, 100_000]).map(({ length }) => length)).toEqual([1, 100]);
    expect(barsOf([])).toEqual([]);
  });
});

describe('a label', () => {
  it.each([
    ['short', 'short'],
    ['exactly ten', 'exactly t…'],
    ['👩‍👩‍👧👩‍👩‍👧', '👩‍👩‍👧👩‍👩‍👧'],
  ])('%s is shown as %s', (text, shown) => {
    expect(cut(text, 10)).toBe(shown);
  });
});
