import { describe, expect, it } from 'vitest';
import { hasTimeToUndo } from './planned-decision.ts';

describe('the time to undo a decision', () => {
  const now = new Date('2026-05-04T08:00:00.000Z');
  it.each([
    [-1, false],
    [3, false],
    [20, false],
    [21, true],
    [86_400, true],
  ])('with %i seconds to the deadline: %s', (seconds, expected) => {
    expect(hasTimeToUndo(new Date(now.getTime() + seconds * 1_000), now)).toBe(expected);
  });
});
