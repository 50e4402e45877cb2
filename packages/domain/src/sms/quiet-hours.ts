import { zonesOf } from '../account/countries.ts';
import { regimeOf } from '../regime/regime-of.ts';
import { hourIn } from '../regime/time-zone.ts';

/** When people sleep, where no law says so. */
const NIGHT = { from: 21, to: 8 } as const;

/** `FORBIDDEN`: the law of the number's country has quiet hours. `NIGHT`: it has none, and a person may be woken. */
export type SmsHour = 'FORBIDDEN' | 'NIGHT' | 'DAY';

/** Whose messages they are: where it is at home, and by which clock. */
export interface SmsAccount {
  readonly country: string | null;
  readonly timeZone: string;
}

/** When an SMS goes. */
export interface SmsInstant {
  readonly at: Date;
  /** Whether each gets it when their own clocks show what the account's show at `at`. */
  readonly inRecipientsZone: boolean;
}

/**
 * What hour it is for numbers of a country, and by which clock. A number does not say where in its country it is: the hours must
 * be kept in each zone that the law of the country names, and where it names none, in each that the country has. At home the
 * account's own zone counts.
 */
export function smsHour(
  country: string | null,
  account: SmsAccount,
  { at, inRecipientsZone }: SmsInstant,
): { readonly hour: SmsHour; readonly timeZone: string } {
  const { quietHours } = regimeOf(country, at);
  const hours = quietHours ?? NIGHT;
  const zones = inRecipientsZone
    ? [account.timeZone]
    : (quietHours?.timeZones ?? zonesFor(country, account));
  const quiet = zones.find((zone) => isWithin(hours, hourIn(zone, at)));
  if (quiet === undefined) return { hour: 'DAY', timeZone: zones[0]! };
  return { hour: quietHours === null ? 'NIGHT' : 'FORBIDDEN', timeZone: quiet };
}

function zonesFor(country: string | null, account: SmsAccount): readonly string[] {
  const own = [account.timeZone];
  if (country === null || country === account.country) return own;
  const zones = zonesOf(country);
  return zones.length === 0 ? own : zones;
}

/** Until when the law of a country forbids marketing by SMS at an instant; null where it may go. */
export function quietUntil(country: string | null, at: Date): Date | null {
  const { quietHours } = regimeOf(country, at);
  if (quietHours === null) return null;
  const isQuiet = (ms: number): boolean =>
    quietHours.timeZones.some((zone) => isWithin(quietHours, hourIn(zone, new Date(ms))));
  if (!isQuiet(at.getTime())) return null;
  // Clocks show full hours at quarters of an hour of UTC.
  let end = Math.ceil(at.getTime() / QUARTER_MS) * QUARTER_MS;
  while (isQuiet(end)) end += QUARTER_MS;
  return new Date(end);
}

const QUARTER_MS = 15 * 60_000;

/** Over midnight: from the evening of one day to the morning of the next. */
function isWithin(hours: { readonly from: number; readonly to: number }, hour: number): boolean {
  return hour >= hours.from || hour < hours.to;
}
