import { describe, expect, it } from 'vitest';
import { startCounts, startIsFresh, stopCounts } from './order.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 4, 4, 8, minute));

describe('what comes out of order is put in order by the gateway’s time, then STOP wins (SM-20)', () => {
  it.each([
    ['no STOP', [], true],
    ['a STOP before it', [1], true],
    ['a STOP at the same time', [2], false],
    ['a STOP after it', [3], false],
    ['one before and one after it', [1, 3], false],
  ])('a START with %s', (_what, stops, counts) => {
    expect(startCounts(at(2), stops.map(at))).toBe(counts);
  });

  it.each([
    ['nothing after it', [], true],
    ['a return before it', [{ askedAt: at(1), isConfirmed: true }], true],
    ['a START at the same time', [{ askedAt: at(2), isConfirmed: true }], true],
    ['a START after it, not confirmed', [{ askedAt: at(3), isConfirmed: false }], true],
    ['a whole return after it', [{ askedAt: at(3), isConfirmed: true }], false],
  ])('a STOP with %s', (_what, returns, counts) => {
    expect(stopCounts(at(2), returns)).toBe(counts);
  });
});

it.each([
  [47, true],
  [49, false],
])('a START that was sent %i hours ago is asked about: %s (SM-20)', (hours, isFresh) => {
  expect(startIsFresh(at(0), new Date(at(0).getTime() + hours * 3_600_000))).toBe(isFresh);
});
