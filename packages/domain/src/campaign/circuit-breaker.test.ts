import { describe, expect, it } from 'vitest';
import { type CircuitBreaker, CLOSED, halfOpen, isOpen, trip } from './circuit-breaker.ts';

const now = new Date('2026-05-04T08:00:00Z');
const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);

describe('the circuit breaker of a mail server', () => {
  it.each<[string, CircuitBreaker, boolean]>([
    ['never failed', CLOSED, false],
    ['was away just now', { failures: 1, openUntil: after(1) }, true],
    ['has rested', { failures: 1, openUntil: now }, false],
  ])('that %s', (_what, breaker, expected) => {
    expect(isOpen(breaker, now)).toBe(expected);
  });

  it.each([
    [0, 5],
    [1, 15],
    [2, 60],
    [3, 60],
    [50, 60],
  ])('that failed %d times before stays open for %d s', (failures, seconds) => {
    expect(trip({ failures, openUntil: now }, failures, now)).toEqual({
      failures: failures + 1,
      openUntil: after(seconds),
    });
  });

  it('counts many mails that set out together as one failure', () => {
    const first = trip(CLOSED, 0, now);
    expect(trip(first, 0, after(4))).toBe(first);
  });

  it('is half open for one mail when its time is over: for the next it is still open', () => {
    const tried = halfOpen({ failures: 2, openUntil: now }, now);
    expect(tried).toEqual({ failures: 2, openUntil: after(30) });
    expect(isOpen(tried, now)).toBe(true);
    expect(trip(tried, 2, after(1))).toEqual({ failures: 3, openUntil: after(61) });
  });

  it.each<[string, CircuitBreaker]>([
    ['works', CLOSED],
    ['is open and asked all the same', { failures: 1, openUntil: after(1) }],
  ])('of a server that %s is not half open', (_what, breaker) => {
    expect(halfOpen(breaker, now)).toBe(breaker);
  });
});
