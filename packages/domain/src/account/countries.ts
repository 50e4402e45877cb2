import { REGIME_KEYS } from '../regime/regime.ts';
import { regimeZone } from '../regime/regime-of.ts';

/** What Intl knows of a locale's region; newer than the types of it. */
type Region = Intl.Locale & { getTimeZones(): string[] | undefined };

/** The zones (IANA) of a country, by name; none for what is no country. */
export function zonesOf(country: string): readonly string[] {
  return (new Intl.Locale(`und-${country}`) as Region).getTimeZones() ?? [];
}

/**
 * The zone that the clocks of a country show: that of its rules, or the only one that it has. Null where it has several, and
 * somebody has to say.
 */
export function zoneOfCountry(country: string): string | null {
  if (REGIME_KEYS.some((key) => key === country)) return regimeZone(country);
  const [first, ...others] = zonesOf(country);
  return first === undefined || others.length > 0 ? null : first;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

let known: readonly string[] | undefined;

/**
 * Codes of ISO 3166-1 that stand for a place with clocks of its own, without those that became another: as Intl knows them. Asked
 * of it once, and not as this module is loaded: each workflow loads it anew, and Intl takes half a second.
 */
export function countries(): readonly string[] {
  known ??= LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(
    (code) => new Intl.Locale(`und-${code}`).region === code && zonesOf(code).length > 0,
  );
  return known;
}
