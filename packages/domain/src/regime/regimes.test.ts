import { describe, expect, it } from 'vitest';
import { latestDeadline } from './latest-deadline.ts';
import { REGIME_KEYS } from './regime.ts';
import { regimeOf, regimeZone } from './regime-of.ts';
import { REGIMES, versionsOf } from './regimes.ts';
import { dateIn, endOfDay, isTimeZone } from './time-zone.ts';

const at = (text: string): Date => new Date(text);

describe('the regime of a country', () => {
  it.each([
    [null, 'EU'],
    ['SE', 'SE'],
    ['US', 'US'],
    ['FR', 'EU'],
    ['JP', 'EU'],
    ['', 'EU'],
  ] as const)('%s is %s', (country, key) => {
    expect(regimeOf(country, at('2026-05-04T08:00:00Z')).key).toBe(key);
  });

  it.each([
    [null, 'Europe/Brussels'],
    ['FR', 'Europe/Brussels'],
    ['SE', 'Europe/Stockholm'],
    ['GB', 'Europe/London'],
  ] as const)('%s counts in %s', (country, zone) => {
    expect(regimeZone(country)).toBe(zone);
  });

  it('changes at midnight of its own zone: all revoked at once in the US from 31 January 2027 (SM-19)', () => {
    expect(regimeOf('US', at('2027-01-31T04:59:59Z')).revokeAll).toBe(false);
    expect(regimeOf('US', at('2027-01-31T05:00:00Z')).revokeAll).toBe(true);
    expect(regimeOf('US', at('2025-04-10T12:00:00Z')).receipts).toEqual([]);
    expect(regimeOf('US', at('2025-04-11T12:00:00Z')).receipts).toEqual([
      { channel: 'SMS', withinSeconds: 300 },
    ]);
  });

  it('is the first version for times before it', () => {
    expect(regimeOf('GB', at('1999-01-01T00:00:00Z')).from).toBe('2021-01-01');
  });

  it('has versions in order for every key, each with a source and a zone that exists', () => {
    for (const key of REGIME_KEYS) {
      const from = versionsOf(key).map((regime) => regime.from);
      expect(from.length).toBeGreaterThan(0);
      expect(from).toEqual([...new Set(from)].sort());
    }
    for (const { source, timeZone } of REGIMES) {
      expect(source).toMatch(/\S/);
      expect(isTimeZone(timeZone)).toBe(true);
    }
  });

  it('protects companies in DK and CZ, and not by itself in SE and GB (G-8)', () => {
    const flag = (country: string) =>
      regimeOf(country, at('2026-05-04T08:00:00Z')).protectsCompanies;
    expect(['DK', 'CZ', 'SE', 'GB'].map(flag)).toEqual([true, true, false, false]);
  });
});

describe('the latest deadline of a regime (C6)', () => {
  it.each([
    // Ten business days from a Friday evening in New York; 25 May is Memorial Day.
    ['US', '2026-05-15T22:00:00Z', 'America/New_York', '2026-06-02T04:00:00Z'],
    // The same instant is Saturday in Auckland already.
    ['US', '2026-05-15T22:00:00Z', 'Pacific/Auckland', '2026-06-01T12:00:00Z'],
    // Over the new year and the changed Boxing Day.
    ['CA', '2026-12-18T15:00:00Z', 'America/Toronto', '2027-01-07T05:00:00Z'],
    ['SE', '2026-03-28T12:00:00Z', 'Europe/Stockholm', '2026-03-30T12:00:00Z'],
    ['DK', '2028-02-28T23:59:59Z', 'Europe/Copenhagen', '2028-02-29T23:59:59Z'],
  ] as const)('%s at %s in %s is %s', (country, received, timeZone, deadline) => {
    const regime = regimeOf(country, at(received));
    expect(latestDeadline(regime, at(received), timeZone)).toEqual(at(deadline));
  });
});

describe('a day in a zone (I-7)', () => {
  it.each([
    ['Europe/Stockholm', '2026-03-28', '2026-03-28T23:00:00Z'],
    ['Europe/Stockholm', '2026-03-29', '2026-03-29T22:00:00Z'],
    ['Europe/Stockholm', '2026-10-25', '2026-10-25T23:00:00Z'],
    ['America/New_York', '2026-03-08', '2026-03-09T04:00:00Z'],
    ['Pacific/Kiritimati', '2026-12-31', '2026-12-31T10:00:00Z'],
    // Clocks are set forward at midnight: 6 September 2026 begins at 01:00.
    ['America/Santiago', '2026-09-05', '2026-09-06T04:00:00Z'],
    ['UTC', '2028-02-29', '2028-03-01T00:00:00Z'],
  ] as const)('%s %s ends at %s', (timeZone, date, end) => {
    expect(endOfDay(timeZone, date)).toEqual(at(end));
    expect(dateIn(timeZone, new Date(at(end).getTime() - 1))).toBe(date);
  });

  it.each([
    ['Europe/Stockholm', true],
    ['UTC', true],
    ['+02:00', false],
    ['Mars/Olympus', false],
    ['', false],
  ])('%s is a zone: %s', (text, expected) => {
    expect(isTimeZone(text)).toBe(expected);
  });
});
