import { describe, expect, it } from 'vitest';
import { formatBrief, formatDay, formatInstant, formatUntil } from './instants.ts';
import { formatSpan } from './numbers.ts';
import { readerOf } from './reader.ts';

describe('an instant as a page shows it (C5, P-5)', () => {
  it.each([
    ['sv', '24 november 2026 kl. 11:32 CET'],
    ['cs', '24. listopadu 2026 v 11:32 SEČ'],
    ['de', '24. November 2026 um 11:32 Uhr (MEZ)'],
    ['da', '24. november 2026 kl. 11.32 CET'],
    ['en', '24 November 2026 at 11:32 CET'],
  ] as const)('carries date, time and zone in %s', (language, text) => {
    expect(formatInstant({ language, timeZone: 'Europe/Oslo' }, '2026-11-24T10:32:00Z')).toBe(text);
  });

  it('follows summer time, and names it', () => {
    expect(
      formatInstant({ language: 'de', timeZone: 'Europe/Berlin' }, '2026-07-04T10:32:00Z'),
    ).toBe('4. Juli 2026 um 12:32 Uhr (MESZ)');
  });
});

describe('the end of a pause (P-9)', () => {
  it.each([
    ['sv', '15 januari 2027'],
    ['cs', '15. ledna 2027'],
    ['de', '15. Januar 2027'],
    ['da', '15. januar 2027'],
    ['en', '15 January 2027'],
  ] as const)('is a day where it is the midnight of the reader, in %s', (language, text) => {
    expect(formatUntil({ language, timeZone: 'Europe/Oslo' }, '2027-01-14T23:00:00Z')).toBe(text);
  });

  it('tells the hour to a reader in another zone than it was chosen in', () => {
    expect(formatUntil({ language: 'en', timeZone: 'Europe/London' }, '2027-01-14T23:00:00Z')).toBe(
      '14 January 2027 at 23:00 GMT',
    );
  });
});

describe('what a review shows', () => {
  const at = '2026-11-24T10:32:15Z';
  it.each([
    ['sv', '24 nov. 11:32 CET', '24 nov.'],
    ['cs', '24. 11. 11:32 SEČ', '24. 11.'],
    ['de', '24. Nov., 11:32 Uhr (MEZ)', '24. Nov.'],
    ['da', '24. nov., 11.32 CET', '24. nov.'],
    ['en', '24 Nov, 10:32 UTC', '24 Nov'],
  ] as const)('is brief, or a day in %s', (language, brief, day) => {
    const reader = readerOf(language, { sender: null });
    expect([formatBrief(reader, at), formatDay(language, '2026-11-24')]).toEqual([brief, day]);
  });

  it.each([
    [0, '1 second'],
    [59, '59 seconds'],
    [60, '1 minute'],
    [5_400, '1.5 hours'],
    [86_400, '1 day'],
    [180_000, '2.1 days'],
  ])('says %i seconds in the largest fitting unit', (seconds, text) => {
    expect(formatSpan('en', seconds)).toBe(text);
  });
});
