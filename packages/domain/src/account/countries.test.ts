import { describe, expect, it } from 'vitest';
import { countries, zoneOfCountry, zonesOf } from './countries.ts';

describe('countries', () => {
  it('are those of today, each with its zones', () => {
    expect(countries()).toEqual(expect.arrayContaining(['SE', 'CZ', 'DE', 'DK', 'GB', 'US', 'GL']));
    for (const past of ['SU', 'DD', 'UK', 'ZZ', 'EU']) expect(countries()).not.toContain(past);
    expect(zonesOf('PT')).toContain('Atlantic/Azores');
    expect(zonesOf('ZZ')).toEqual([]);
  });

  it.each([
    ['SE', 'Europe/Stockholm'],
    ['FR', 'Europe/Paris'],
    ['NO', 'Europe/Oslo'],
    ['DE', 'Europe/Berlin'],
    ['US', null],
    ['CA', null],
    ['GB', 'Europe/London'],
    ['ES', null],
    ['AU', null],
    ['ZZ', null],
  ])('the clocks of %s show %s', (country, zone) => {
    expect(zoneOfCountry(country)).toBe(zone);
  });
});
