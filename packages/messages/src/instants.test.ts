import { describe, expect, it } from 'vitest';
import { formatBrief, formatDay, formatInstant, formatUntil } from './instants.ts';
import { formatSpan } from './numbers.ts';
import { readerOf } from './reader.ts';

describe('an instant as a page shows it (C5, P-5)', () => {
  it.each([
    ['sv', '24\u00a0november 2026 kl.\u00a011:32\u00a0CET'],
    ['cs', '24.\u00a0listopadu 2026 v\u00a011:32\u00a0SEČ'],
    ['de', '24.\u00a0November 2026 um\u00a011:32\u00a0Uhr\u00a0(MEZ)'],
    ['da', '24.\u00a0november 2026 kl.\u00a011.32\u00a0CET'],
    ['en', '24\u00a0November 2026 at\u00a011:32\u00a0CET'],
  ] as const)(
    'carries date, time and zone in %s, and breaks within none of them',
    (language, text) => {
      expect(formatInstant({ language, timeZone: 'Europe/Oslo' }, '2026-11-24T10:32:00Z')).toBe(
        text,
      );
    },
  );

  it('follows summer time, and names it', () => {
    expect(
      formatInstant({ language: 'de', timeZone: 'Europe/Berlin' }, '2026-07-04T10:32:00Z'),
    ).toBe('4.\u00a0Juli 2026 um\u00a012:32\u00a0Uhr\u00a0(MESZ)');
  });
});

it.each([
  ['America/Chicago', '2026-11-24T10:32:00Z', '04:32\u00a0CST'],
  ['America/Toronto', '2026-07-04T10:32:00Z', '06:32\u00a0EDT'],
  ['Asia/Tokyo', '2026-11-24T10:32:00Z', '19:32\u00a0GMT+9'],
  ['America/Sao_Paulo', '2026-11-24T10:32:00Z', '07:32\u00a0GMT-3'],
])('a zone has the name that its people know: %s', (timeZone, at, text) => {
  expect(formatInstant({ language: 'en', timeZone }, at)).toContain(text);
});

describe('the end of a pause (P-9)', () => {
  it.each([
    ['sv', '15\u00a0januari 2027'],
    ['cs', '15.\u00a0ledna 2027'],
    ['de', '15.\u00a0Januar 2027'],
    ['da', '15.\u00a0januar 2027'],
    ['en', '15\u00a0January 2027'],
  ] as const)('is a day where it is the midnight of the reader, in %s', (language, text) => {
    expect(formatUntil({ language, timeZone: 'Europe/Oslo' }, '2027-01-14T23:00:00Z')).toBe(text);
  });

  it('tells the hour to a reader in another zone than it was chosen in', () => {
    expect(formatUntil({ language: 'en', timeZone: 'Europe/London' }, '2027-01-14T23:00:00Z')).toBe(
      '14\u00a0January 2027 at\u00a023:00\u00a0GMT',
    );
  });
});

describe('what a review shows', () => {
  const at = '2026-11-24T10:32:15Z';
  it.each([
    ['sv', '24\u00a0nov. kl.\u00a011:32\u00a0CET', '24\u00a0nov.'],
    ['cs', '24.\u00a011. v\u00a011:32\u00a0SEČ', '24.\u00a011.'],
    ['de', '24.\u00a0Nov., 11:32\u00a0Uhr\u00a0(MEZ)', '24.\u00a0Nov.'],
    ['da', '24.\u00a0nov. kl.\u00a011.32\u00a0CET', '24.\u00a0nov.'],
    ['en', '24\u00a0Nov, 10:32\u00a0UTC', '24\u00a0Nov'],
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
