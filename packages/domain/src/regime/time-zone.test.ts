import { describe, expect, it } from 'vitest';
import { parsePlainDate } from './plain-date.ts';
import { dateIn, startOfDay } from './time-zone.ts';

describe('a day that somebody picks for a pause (P-10)', () => {
  it.each([
    ['Europe/Stockholm', '2026-11-24', '2026-11-23T23:00:00.000Z'],
    ['Europe/Prague', '2026-07-04', '2026-07-03T22:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['Europe/Copenhagen', '2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['UTC', '2026-11-24', '2026-11-24T00:00:00.000Z'],
  ] as const)('begins at midnight in %s, %s', (timeZone, day, instant) => {
    expect(startOfDay(timeZone, day).toISOString()).toBe(instant);
    expect(dateIn(timeZone, new Date(instant))).toBe(day);
  });

  it.each(['', 'tomorrow', '2026-13-01', '2026-02-30', '24.11.2026'])(
    'is none where it is %j',
    (day) => {
      expect(parsePlainDate(day)).toBeNull();
    },
  );
});
