import { describe, expect, it } from 'vitest';
import { quietUntil, type SmsAccount, smsHour } from './quiet-hours.ts';

const STOCKHOLM: SmsAccount = { country: 'SE', timeZone: 'Europe/Stockholm' };
const hour = (
  country: string | null,
  at: string,
  { account = STOCKHOLM, inRecipientsZone = false } = {},
) => smsHour(country, account, { at: new Date(at), inRecipientsZone });

describe('the hour for who gets an SMS', () => {
  it.each([
    // At home by the account's clock.
    ['SE', '2026-12-01T07:00:00Z', 'DAY'],
    ['SE', '2026-12-01T06:59:59Z', 'NIGHT'],
    ['SE', '2026-12-01T19:59:59Z', 'DAY'],
    ['SE', '2026-12-01T20:00:00Z', 'NIGHT'],
    ['SE', '2026-07-01T06:00:00Z', 'DAY'],
    [null, '2026-12-01T20:00:00Z', 'NIGHT'],
    // Abroad by the number's: 9 in Stockholm is 8 in London, 13:30 in Kolkata.
    ['GB', '2026-12-01T07:59:59Z', 'NIGHT'],
    ['GB', '2026-12-01T08:00:00Z', 'DAY'],
    ['IN', '2026-12-01T08:00:00Z', 'DAY'],
    ['IN', '2026-12-01T15:30:00Z', 'NIGHT'],
    // In each of a country's zones: the Canaries are an hour behind Madrid.
    ['ES', '2026-12-01T07:30:00Z', 'NIGHT'],
    ['ES', '2026-12-01T08:00:00Z', 'DAY'],
    // 47 CFR 64.1200(c)(1): not before 8 nor after 21, on either coast.
    ['US', '2026-12-01T15:59:59Z', 'FORBIDDEN'],
    ['US', '2026-12-01T16:00:00Z', 'DAY'],
    ['US', '2026-12-02T01:59:59Z', 'DAY'],
    ['US', '2026-12-02T02:00:00Z', 'FORBIDDEN'],
  ] as const)('for a number of %s at %s is %s', (country, at, expected) => {
    expect(hour(country, at).hour).toBe(expected);
  });

  it('says by which clock', () => {
    expect(hour('ES', '2026-12-01T07:30:00Z').timeZone).toBe('Atlantic/Canary');
    const account = { country: null, timeZone: 'America/Los_Angeles' };
    expect(hour(null, '2026-12-01T12:00:00Z', { account })).toEqual({
      hour: 'NIGHT',
      timeZone: 'America/Los_Angeles',
    });
  });

  it('is what the account’s clock shows, where each gets it at that hour of their own', () => {
    const own = { inRecipientsZone: true };
    for (const country of ['SE', 'US', 'AU'])
      expect(hour(country, '2026-12-01T09:00:00Z', own).hour).toBe('DAY');
    expect(hour('US', '2026-12-01T20:00:00Z', own).hour).toBe('FORBIDDEN');
    expect(hour('AU', '2026-12-01T20:00:00Z', own).hour).toBe('NIGHT');
  });
});

describe('the end of quiet hours by law', () => {
  it.each([
    ['US', '2026-12-02T02:00:00Z', '2026-12-02T16:00:00.000Z'],
    ['US', '2026-12-02T15:59:59Z', '2026-12-02T16:00:00.000Z'],
    // Clocks go forward on 14 March 2027.
    ['US', '2027-03-14T07:00:00Z', '2027-03-14T15:00:00.000Z'],
    ['US', '2026-12-02T16:00:00Z', null],
    ['SE', '2026-12-02T02:00:00Z', null],
    [null, '2026-12-02T02:00:00Z', null],
  ])('for a number of %s at %s is %s', (country, at, end) => {
    expect(quietUntil(country, new Date(at))?.toISOString() ?? null).toBe(end);
  });
});
