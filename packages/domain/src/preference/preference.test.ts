import { describe, expect, it } from 'vitest';
import { FREQUENCIES, nextAllowedAt } from './frequency.ts';
import { refuseSnooze } from './snooze.ts';

const now = new Date('2026-05-04T08:00:00.000Z');
const at = (text: string): Date => new Date(text);

describe('the next message (P-9)', () => {
  it.each([
    ['EVERY', '2026-05-04T07:59:59Z', null],
    ['DAILY', '2026-05-03T08:00:01Z', '2026-05-04T08:00:01Z'],
    ['DAILY', '2026-05-03T08:00:00Z', null],
    ['WEEKLY', '2026-04-27T08:00:01Z', '2026-05-04T08:00:01Z'],
    ['WEEKLY', '2026-04-27T08:00:00Z', null],
    ['MONTHLY', '2026-04-04T08:00:01Z', '2026-05-04T08:00:01Z'],
    ['MONTHLY', '2026-04-04T08:00:00Z', null],
  ] as const)('at most %s, the last at %s: waits until %s', (frequency, last, next) => {
    expect(nextAllowedAt(frequency, at(last), now)).toEqual(next && at(next));
  });

  it.each(FREQUENCIES)('may always be the first (%s)', (frequency) => {
    expect(nextAllowedAt(frequency, null, now)).toBeNull();
  });
});

describe('a pause until a date (P-10)', () => {
  it.each([
    ['2026-05-04T08:00:00Z', 'not-later'],
    ['2026-05-04T08:00:01Z', null],
    ['2027-05-04T08:00:00Z', null],
    ['2027-05-04T08:00:01Z', 'beyond-the-longest-snooze'],
    ['not a date', 'not-later'],
  ] as const)('until %s: %s', (until, refusal) => {
    expect(refuseSnooze(at(until), now)).toBe(refusal);
  });
});
