import { describe, expect, it } from 'vitest';
import { AWAKE, isAwake, onTrial, type ServerRest, strike } from './server-rest.ts';

const now = new Date('2026-05-04T08:00:00Z');
const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);

describe('a mail server', () => {
  it.each<[string, ServerRest, boolean]>([
    ['never failed', AWAKE, true],
    ['rests', { strikes: 1, until: after(1) }, false],
    ['has rested', { strikes: 1, until: now }, true],
  ])('that %s', (_what, rest, expected) => {
    expect(isAwake(rest, now)).toBe(expected);
  });

  it.each([
    [0, 5],
    [1, 15],
    [2, 60],
    [3, 60],
    [50, 60],
  ])('that was away %d times before rests for %d s', (strikes, seconds) => {
    expect(strike({ strikes, until: now }, strikes, now)).toEqual({
      strikes: strikes + 1,
      until: after(seconds),
    });
  });

  it('has one strike from many mails that set out together', () => {
    const first = strike(AWAKE, 0, now);
    expect(strike(first, 0, after(4))).toBe(first);
  });

  it('whose rest is over is tried by one mail: for the next it still rests', () => {
    const tried = onTrial({ strikes: 2, until: now }, now);
    expect(tried).toEqual({ strikes: 2, until: after(30) });
    expect(isAwake(tried, now)).toBe(false);
    expect(strike(tried, 2, after(1))).toEqual({ strikes: 3, until: after(61) });
  });

  it.each<[string, ServerRest]>([
    ['works', AWAKE],
    ['rests and is asked all the same', { strikes: 1, until: after(1) }],
  ])('that %s is on no trial', (_what, rest) => {
    expect(onTrial(rest, now)).toBe(rest);
  });
});
