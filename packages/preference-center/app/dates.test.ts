import { describe, expect, it } from 'vitest';
import {
  dayOf,
  formatBrief,
  formatDay,
  formatInstant,
  formatSpan,
  formatTime,
  startOfDay,
} from './dates.ts';

describe('an instant as a page shows it (C5, P-5)', () => {
  it.each([
    ['sv', '24 november 2026 kl. 11:32 CET'],
    ['cs', '24. listopadu 2026 v 11:32 SEČ'],
    ['de', '24. November 2026 um 11:32 MEZ'],
    ['da', '24. november 2026 kl. 11.32 CET'],
    ['en', '24 November 2026 at 11:32 CET'],
  ] as const)('carries date, time and zone in %s', (language, text) => {
    expect(formatInstant('2026-11-24T10:32:00Z', { language, timeZone: 'Europe/Oslo' })).toBe(text);
  });

  it('follows summer time, and names it', () => {
    expect(
      formatInstant('2026-07-04T10:32:00Z', { language: 'de', timeZone: 'Europe/Berlin' }),
    ).toBe('4. Juli 2026 um 12:32 MESZ');
  });
});

describe('a day that somebody picks for a pause (P-10)', () => {
  it.each([
    ['Europe/Stockholm', '2026-11-24', '2026-11-23T23:00:00.000Z'],
    ['Europe/Prague', '2026-07-04', '2026-07-03T22:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['Europe/Copenhagen', '2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['UTC', '2026-11-24', '2026-11-24T00:00:00.000Z'],
  ] as const)('begins at midnight in %s, %s', (timeZone, day, instant) => {
    expect(startOfDay(day, timeZone)?.toISOString()).toBe(instant);
    expect(dayOf(new Date(instant), timeZone)).toBe(day);
  });

  it.each(['', 'tomorrow', '2026-13-01', '24.11.2026'])('is none where it is %j', (day) => {
    expect(startOfDay(day, 'UTC')).toBeNull();
  });
});

describe('what a review shows', () => {
  const at = '2026-11-24T10:32:15Z';
  it.each([
    ['sv', '24 nov. 11:32 CET', '11:32:15 CET', '24 nov.'],
    ['cs', '24. 11. 11:32 SEČ', '11:32:15 SEČ', '24. 11.'],
    ['de', '24. Nov., 11:32 MEZ', '11:32:15 MEZ', '24. Nov.'],
    ['da', '24. nov., 11.32 CET', '11.32.15 CET', '24. nov.'],
    ['en', '24 Nov, 10:32 UTC', '10:32:15 UTC', '24 Nov'],
  ] as const)('is brief, to the second, or a day in %s', (language, brief, time, day) => {
    expect([
      formatBrief(at, language),
      formatTime(at, language),
      formatDay('2026-11-24', language),
    ]).toEqual([brief, time, day]);
  });

  it.each([
    [0, '0 seconds'],
    [59, '59 seconds'],
    [60, '1 minute'],
    [5_400, '1.5 hours'],
    [86_400, '1 day'],
    [180_000, '2.1 days'],
  ])('says %i seconds in the largest fitting unit', (seconds, text) => {
    expect(formatSpan(seconds, 'en')).toBe(text);
  });
});
