import { regimeOf } from '../regime/regime-of.ts';
import { hourIn } from '../regime/time-zone.ts';

/** When people sleep, where no law says so. */
const NIGHT = { from: 21, to: 8 } as const;

/** `FORBIDDEN`: the law of the number's country has quiet hours. `NIGHT`: it has none, and a person may be woken. */
export type SmsHour = 'FORBIDDEN' | 'NIGHT' | 'DAY';

/**
 * What hour it is for who gets an SMS at an instant. A number does not say where in its country it is: where the law has hours,
 * they must be kept in each of the country's zones; otherwise the account's zone tells the night.
 */
export function smsHour(country: string | null, timeZone: string, at: Date): SmsHour {
  const { quietHours } = regimeOf(country, at);
  if (quietHours !== null)
    return quietHours.timeZones.some((zone) => isWithin(quietHours, hourIn(zone, at)))
      ? 'FORBIDDEN'
      : 'DAY';
  return isWithin(NIGHT, hourIn(timeZone, at)) ? 'NIGHT' : 'DAY';
}

/** Over midnight: from the evening of one day to the morning of the next. */
function isWithin(hours: { readonly from: number; readonly to: number }, hour: number): boolean {
  return hour >= hours.from || hour < hours.to;
}
