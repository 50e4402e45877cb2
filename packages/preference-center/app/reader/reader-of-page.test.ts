import { describe, expect, it } from 'vitest';
import { readerOfPage } from './reader-of-page.ts';

const request = new Request('https://leave.example.test/', {
  headers: { 'accept-language': 'en' },
});

describe('the zone that a page tells the time in (P-5)', () => {
  it.each([
    ['their own, where a contact’s field says it', 'sv', 'Asia/Tokyo', 'Europe/Oslo', 'Asia/Tokyo'],
    ['where their language is at home', 'cs', null, 'America/New_York', 'Europe/Prague'],
    ['the sender’s for English, which is everywhere', 'en', null, 'Europe/Oslo', 'Europe/Oslo'],
    ['UTC where nobody knows', 'en', null, null, 'UTC'],
  ] as const)('is %s', (_name, language, timeZone, accountTimeZone, zone) => {
    expect(readerOfPage({ language, timeZone, accountTimeZone }, request)).toEqual({
      language,
      timeZone: zone,
    });
  });
});
