import { describe, expect, it } from 'vitest';
import { formatInstant } from './dates.ts';

describe('an instant as a page shows it (C5, P-5)', () => {
  it.each([
    ['sv', '24 november 2026 kl. 11:32 CET'],
    ['cs', '24. listopadu 2026 v 11:32 SEČ'],
    ['de', '24. November 2026 um 11:32 MEZ'],
    ['da', '24. november 2026 kl. 11.32 CET'],
    ['en', '24 November 2026 at 10:32 UTC'],
  ] as const)('carries date, time and zone in %s', (language, text) => {
    expect(formatInstant('2026-11-24T10:32:00Z', language)).toBe(text);
  });

  it('follows summer time, and names it', () => {
    expect(formatInstant('2026-07-04T10:32:00Z', 'de')).toBe('4. Juli 2026 um 12:32 MESZ');
  });
});
