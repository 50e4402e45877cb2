import {
  isCountry,
  isTimeZone,
  LINK_DAYS,
  refuseThresholds,
  THRESHOLD_BOUNDS,
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
  const threshold = refuseThresholds(thresholds ?? {});
  if (threshold === null) return null;
  const [least, most] = THRESHOLD_BOUNDS[threshold];
  return new InvalidInput(`thresholds.${threshold}`, `From ${least} to ${most}.`);
}
