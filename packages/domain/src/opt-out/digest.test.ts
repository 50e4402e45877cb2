import { describe, expect, it } from 'vitest';
import { DEFAULT_DIGEST_SECONDS, isDigestPeriod } from './digest.ts';

describe('the period of a digest', () => {
  it.each([
    [59, false],
    [60, true],
    [DEFAULT_DIGEST_SECONDS, true],
    [30 * 86_400, true],
    [30 * 86_400 + 1, false],
    [Number.NaN, false],
  ])('of %i seconds: %s', (seconds, allowed) => {
    expect(isDigestPeriod(seconds)).toBe(allowed);
  });
});
