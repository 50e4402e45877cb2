import { describe, expect, it } from 'vitest';
import { checkSmsPlace, type SmsPlace } from './check-sms-place.ts';

const place = (country: string | null, at: string): SmsPlace => ({
  country,
  timeZone: 'Europe/Stockholm',
  at: new Date(at),
});
const NOON = '2026-12-01T11:00:00Z';
const US_NOON = '2026-12-01T18:00:00Z';
const text = { kind: 'TEXT', address: 'Nordlys', keyword: '' } as const;
const number = { kind: 'NUMBER', address: '+46701740605', keyword: '' } as const;

describe('where and when an SMS goes (SM-15)', () => {
  it.each([
    [text, 'SE', NOON, []],
    [text, 'US', US_NOON, ['ERROR SENDER_NOT_ALLOWED']],
    [text, 'ES', NOON, ['WARNING SENDER_NOT_ALLOWED']],
    [text, 'ES', '2026-09-14T11:00:00Z', []],
    [number, 'US', US_NOON, []],
    [null, 'US', US_NOON, []],
    [text, null, NOON, []],
    [number, 'SE', '2026-12-01T22:00:00Z', ['WARNING SENT_AT_NIGHT']],
    [number, 'US', '2026-12-01T06:00:00Z', ['ERROR SENT_AT_NIGHT']],
  ] as const)('%j in %s at %s has %j', (sender, country, at, expected) => {
    const found = checkSmsPlace(sender, 'MARKETING', place(country, at));
    expect(found.map(({ level, code }) => `${level} ${code}`)).toEqual(expected);
  });

  it('is never held back by the clock where nothing is sold', () => {
    for (const purpose of ['SERVICE', 'TRANSACTIONAL'] as const)
      expect(checkSmsPlace(number, purpose, place('US', '2026-12-01T06:00:00Z'))).toEqual([]);
  });
});
