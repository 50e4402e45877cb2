import { describe, expect, it } from 'vitest';
import { isTooMany } from './double-opt-in-limits.ts';

describe('one more confirmation mail (D-8)', () => {
  it.each([
    ['address', 0, 0, false],
    ['address', 0, 2, false],
    ['address', 1, 1, true],
    ['address', 0, 3, true],
    ['origin', 9, 9, false],
    ['origin', 10, 10, true],
    ['origin', 0, 49, false],
    ['origin', 0, 50, true],
  ] as const)(
    'for an %s after %i in ten minutes and %i in a day',
    (of, inWindow, inDay, tooMany) => {
      expect(isTooMany(of, { inWindow, inDay })).toBe(tooMany);
    },
  );
});
