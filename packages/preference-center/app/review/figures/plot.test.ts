import { describe, expect, it } from 'vitest';
import { barsOf, sharesOf } from './plot.ts';

describe('the bars of a plot', () => {
  it('lie side by side within the plot, the longest as long as it', () => {
    expect(barsOf([1, 4, 2, 2, 2, 2, 2, 2, 2, 2]).slice(0, 3)).toEqual([
      { at: 1.5, width: 7, length: 25 },
      { at: 11.5, width: 7, length: 100 },
      { at: 21.5, width: 7, length: 50 },
    ]);
    const { at, width } = barsOf(Array.from({ length: 30 }, () => 1)).at(-1)!;
    expect(at + width).toBeLessThan(100);
  });

  it('are no wall where there is one alone', () => {
    expect(barsOf([3])).toEqual([{ at: 2.14, width: 10, length: 100 }]);
  });

  it('of rates stand beside lines on one scale, below its top', () => {
    const { most, bars, lines } = sharesOf([0.005, 0], [0.01]);
    expect(most).toBeCloseTo(0.011, 10);
    expect(bars.map(({ length }) => length)).toEqual([45.45, 0]);
    expect(lines).toEqual([90.91]);
  });

  it('show nothing for nothing, and something for the smallest number', () => {
    expect(barsOf([0, 0]).map(({ length }) => length)).toEqual([0, 0]);
    expect(barsOf([1, 100_000]).map(({ length }) => length)).toEqual([1, 100]);
    expect(barsOf([])).toEqual([]);
  });
});
