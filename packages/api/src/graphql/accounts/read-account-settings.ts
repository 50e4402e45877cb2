import {
  isCountry,
  isTimeZone,
  LINK_DAYS,
  refuseThresholds,
  THRESHOLD_BOUNDS,
  zoneOfCountry,
  zonesOf,
} from '@adieu/domain';
import { InvalidInput } from '../shared/problems.ts';
import type { ThresholdsInput } from './thresholds.type.ts';

export interface AccountSettings {
  readonly country?: string | null;
  readonly timeZone?: string | null;
  readonly doubleOptInDays?: number | null;
  readonly thresholds?: ThresholdsInput | null;
}

/** What is wrong about an account's settings; null where nothing is. */
export function refuseSettings(settings: AccountSettings): InvalidInput | null {
  const { country, timeZone, doubleOptInDays: days, thresholds } = settings;
  if (typeof country === 'string' && !isCountry(country))
    return new InvalidInput('country', 'Two capital letters of ISO 3166-1, as in SE.');
  if (typeof timeZone === 'string' && !isTimeZone(timeZone))
    return new InvalidInput('timeZone', 'A zone by its IANA name, as in Europe/Stockholm.');
  if (typeof days === 'number' && (days < 1 || days > LINK_DAYS.most))
    return new InvalidInput('doubleOptInDays', `From 1 to ${LINK_DAYS.most}.`);
  // A country that is named anew comes with its zone: the one from before is another country's.
  if (typeof country === 'string' && typeof timeZone !== 'string' && isZoneOpen(country))
    return new InvalidInput('timeZone', zoneMissing(country));
  const threshold = refuseThresholds(thresholds ?? {});
  if (threshold === null) return null;
  const [least, most] = THRESHOLD_BOUNDS[threshold];
  return new InvalidInput(`thresholds.${threshold}`, `From ${least} to ${most}.`);
}

/** Whether clocks differ in a country, so that nobody can take its zone without asking. */
export function isZoneOpen(country: string): boolean {
  return zonesOf(country).length > 0 && zoneOfCountry(country) === null;
}

export function zoneMissing(country: string): string {
  const [example] = zonesOf(country).filter((zone) => !/(\/.*){2}/.test(zone));
  return `${country} has several zones: name one by its IANA name, as in ${example}.`;
}
