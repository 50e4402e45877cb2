import type { SmsSender } from '@adieu/domain';
import { describe, expect, it } from 'vitest';
import { checkSmsPlace, type SmsPlace } from './check-sms-place.ts';

const place = (countries: Readonly<Record<string, number>>, at: string): SmsPlace => ({
  account: { country: 'SE', timeZone: 'Europe/Stockholm' },
  countries: Object.entries(countries).map(([country, count]) => ({ country, count })),
  at: new Date(at),
  inRecipientsZone: false,
});
const NOON = '2026-12-01T11:00:00Z';
const US_NOON = '2026-12-01T18:00:00Z';
const text: SmsSender = { kind: 'TEXT', address: 'Nordlys', keyword: '', countries: [] };
const number: SmsSender = { ...text, kind: 'NUMBER', address: '+46701740605' };
const code: SmsSender = { ...text, kind: 'SHORT_CODE', address: '72080' };

describe('where and when an SMS goes (SM-15)', () => {
  it.each([
    [text, { SE: 1 }, NOON, []],
    [text, { SE: 9, US: 1 }, US_NOON, ['ERROR SENDER_NOT_ALLOWED']],
    [text, { ES: 1 }, NOON, ['ERROR SENDER_NOT_ALLOWED']],
    [{ ...text, countries: ['ES'] }, { ES: 1 }, NOON, []],
    [text, { ES: 1 }, '2026-09-14T11:00:00Z', []],
    [text, { GB: 1 }, NOON, ['WARNING SENDER_NOT_ALLOWED']],
    [text, {}, NOON, []],
    [number, { US: 1 }, US_NOON, []],
    [null, { US: 1 }, US_NOON, []],
    [{ ...code, countries: ['SE'] }, { SE: 9 }, NOON, []],
    [code, { US: 1 }, US_NOON, ['ERROR SENDER_NOT_ALLOWED']],
    [{ ...code, countries: ['SE'] }, { SE: 9, DK: 1 }, NOON, ['ERROR SENDER_NOT_ALLOWED']],
    [{ ...code, countries: ['DK', 'SE'] }, { SE: 9, DK: 1 }, NOON, []],
    [number, { SE: 1 }, '2026-12-01T22:00:00Z', ['WARNING SENT_AT_NIGHT']],
    [
      number,
      { SE: 1, US: 1 },
      '2026-12-02T04:00:00Z',
      ['ERROR SENT_AT_NIGHT', 'WARNING SENT_AT_NIGHT'],
    ],
  ] as const)('%j to %j at %s has %j', (sender, countries, at, expected) => {
    const found = checkSmsPlace(sender, 'MARKETING', place(countries, at));
    expect(found.map(({ level, code: known }) => `${level} ${known}`)).toEqual(expected);
  });

  it('names the countries with how many of the readers are there, and what to do', () => {
    const [found] = checkSmsPlace(text, 'MARKETING', place({ SE: 9, AU: 3, ES: 2 }, NOON));
    expect(found).toMatchObject({
      message: 'AU (3), ES (2): a text must be registered there, and nobody said that this one is',
      fix: expect.stringContaining('updateSender'),
    });
  });

  it('says by whose clocks it is night', () => {
    const [found] = checkSmsPlace(number, 'MARKETING', place({ AU: 3 }, NOON));
    expect(found!.message).toMatch(/^AU \(3\): .* by the clocks of A[a-z]+\/\w+$/);
  });

  it('is never held back by the clock where nothing is sold', () => {
    for (const purpose of ['SERVICE', 'TRANSACTIONAL'] as const)
      expect(checkSmsPlace(number, purpose, place({ US: 1 }, '2026-12-01T06:00:00Z'))).toEqual([]);
  });
});
