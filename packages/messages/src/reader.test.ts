import { describe, expect, it } from 'vitest';
import { readerOf } from './reader.ts';

describe('the zone in which a reader is told the time', () => {
  it.each([
    ['their own', 'sv', 'Europe/Lisbon', 'Europe/Oslo', 'Europe/Lisbon'],
    ['else that of their language', 'sv', null, 'Europe/Oslo', 'Europe/Stockholm'],
    ['of English readers else the sender’s', 'en', null, 'Europe/Oslo', 'Europe/Oslo'],
    ['else UTC', 'en', null, null, 'UTC'],
    ['without a name that is no zone', 'en', 'Mordor', 'Nowhere/At all', 'UTC'],
  ] as const)('is %s', (_which, language, own, sender, timeZone) => {
    expect(readerOf(language, { own, sender })).toEqual({ language, timeZone });
  });
});
