import { describe, expect, it } from 'vitest';
import { startCounts, startIsFresh, stopCounts, stoppedAt } from './order.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 4, 4, 8, minute));
const atOnce = (minute: number) => ({ sentAt: at(minute), receivedAt: at(minute) });

describe('what comes out of order is put in order by the gateway’s time, then STOP wins (SM-20)', () => {
  it.each([
    ['no STOP', [], true],
    ['a STOP before it', [1], true],
    ['a STOP at the same time', [2], false],
    ['a STOP after it', [3], false],
    ['one before and one after it', [1, 3], false],
  ])('a START with %s', (_what, stops, counts) => {
    expect(startCounts(at(2), stops.map(atOnce))).toBe(counts);
  });

  it.each([
    ['nothing after it', [], 'YES'],
    ['a return before it', [{ askedAt: at(1), isConfirmed: true }], 'YES'],
    ['a START at the same time', [{ askedAt: at(2), isConfirmed: true }], 'YES'],
    ['a START after it, not confirmed', [{ askedAt: at(3), isConfirmed: false }], 'YES'],
    ['a whole return after it', [{ askedAt: at(3), isConfirmed: true }], 'NO'],
  ])('a STOP with %s', (_what, returns, counts) => {
    expect(stopCounts({ sentAt: at(2), receivedAt: at(12) }, returns)).toBe(counts);
  });
});

it.each([
  [47, true],
  [49, false],
])('a START that was sent %i hours ago is asked about: %s (SM-20)', (hours, isFresh) => {
  expect(startIsFresh(at(0), new Date(at(0).getTime() + hours * 3_600_000))).toBe(isFresh);
});

describe('a gateway’s clock costs no STOP (SM-20)', () => {
  const later = (hours: number) => new Date(at(2).getTime() + hours * 3_600_000);
  const back = [{ askedAt: at(3), isConfirmed: true }];

  it.each([
    [0.16, 'NO', at(2)],
    [0.17, 'IN_DOUBT', at(2)],
    [48, 'IN_DOUBT', at(2)],
    [48.01, 'YES', later(48.01)],
  ] as const)('one that came %d hours late', (hours, counts, at_) => {
    const stop = { sentAt: at(2), receivedAt: later(hours) };
    expect([stopCounts(stop, back), stoppedAt(stop)]).toEqual([counts, at_]);
  });

  it('a START is held against one with a clock of long ago as it came in', () => {
    const stop = { sentAt: new Date(0), receivedAt: at(4) };
    expect([startCounts(at(3), [stop]), startCounts(at(5), [stop])]).toEqual([false, true]);
  });
});
