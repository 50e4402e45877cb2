import { REGIME_KEYS, type Regime, type RegimeKey } from './regime.ts';
import { versionsOf } from './regimes.ts';
import { startOfDay } from './time-zone.ts';

/**
 * The rules that hold in a country at an instant. No country, and one without a regime, gives that of the EU, the
 * strictest without a country's own law; a time before the first version gives the first.
 */
export function regimeOf(country: string | null, at: Date): Regime {
  const versions = versionsOf(keyOf(country));
  return versions.findLast((version) => beginOf(version) <= at.getTime()) ?? versions[0]!;
}

const begins = new Map<Regime, number>();

/** When a version begins, where it holds. Asked for each SMS that comes in: what day it is in a zone takes long to find out. */
function beginOf(version: Regime): number {
  let begin = begins.get(version);
  if (begin === undefined) {
    begin = startOfDay(version.timeZone, version.from).getTime();
    begins.set(version, begin);
  }
  return begin;
}

/** The zone (IANA) in which an account that names none of its own counts and tells the time: that of its regime. */
export function regimeZone(country: string | null): string {
  return versionsOf(keyOf(country)).at(-1)!.timeZone;
}

function keyOf(country: string | null): RegimeKey {
  return REGIME_KEYS.find((known) => known === country) ?? 'EU';
}
