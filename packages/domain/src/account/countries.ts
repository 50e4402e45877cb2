import { REGIME_KEYS } from '../regime/regime.ts';
import { regimeZone } from '../regime/regime-of.ts';
import { hourIn } from '../regime/time-zone.ts';

/** What Intl knows of a locale's region; newer than the types of it. */
type Region = Intl.Locale & { getTimeZones(): string[] | undefined };

/** The zones (IANA) of a country, by name; none for what is no country. */
export function zonesOf(country: string): readonly string[] {
  return (new Intl.Locale(`und-${country}`) as Region).getTimeZones() ?? [];
}

/** A day in winter and one in summer: zones that show the same then have one clock. */
const DAYS = [new Date('2026-01-15T12:00:00Z'), new Date('2026-07-15T12:00:00Z')];

/**
 * The zone that all clocks of a country show: that of its rules, or the only one that it has. Null where they differ, and somebody
 * has to say: the rules of the US and of Canada name the zone that deadlines are counted in, and not the one that people live in.
 */
export function zoneOfCountry(country: string): string | null {
  const zones = zonesOf(country);
  const [first, ...others] = zones;
  if (first === undefined || others.length === 0) return first ?? null;
  const ruled = REGIME_KEYS.some((key) => key === country) ? regimeZone(country) : null;
  const isOne = zones.every((zone) =>
    DAYS.every((day) => hourIn(zone, day) === hourIn(first, day)),
  );
  return isOne ? ruled : null;
}

/** Whether this is a code of ISO 3166-1 that stands for a place with clocks of its own: `SE`, and no `UK`. */
export function isKnownCountry(code: string): boolean {
  return (
    /^[A-Z]{2}$/.test(code) &&
    new Intl.Locale(`und-${code}`).region === code &&
    zonesOf(code).length > 0
  );
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

let known: readonly string[] | undefined;

/**
 * Codes of ISO 3166-1 that stand for a place with clocks of its own, without those that became another: as Intl knows them. Asked
 * of it once, and not as this module is loaded: each workflow loads it anew, and Intl takes half a second.
 */
export function countries(): readonly string[] {
  known ??= LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(
    isKnownCountry,
  );
  return known;
}
