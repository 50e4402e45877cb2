import { REGIME_KEYS, type Regime, type RegimeKey } from './regime.ts';
import { versionsOf } from './regimes.ts';
import { dateIn } from './time-zone.ts';

/**
 * The rules that hold in a country at an instant. No country, and one without a regime, gives that of the EU, the
 * strictest without a country's own law; a time before the first version gives the first.
 */
export function regimeOf(country: string | null, at: Date): Regime {
  const key: RegimeKey = REGIME_KEYS.find((known) => known === country) ?? 'EU';
  const versions = versionsOf(key);
  return versions.findLast(({ from, timeZone }) => from <= dateIn(timeZone, at)) ?? versions[0]!;
}
