import { MARKETING_REVIEW_CAP_SECONDS } from '../opt-out/policy.ts';
import { addBusinessDays } from './business-days.ts';
import { REGIME_KEYS, type Regime, type RegimeKey } from './regime.ts';
import { regimeOf } from './regime-of.ts';
import { dateIn, endOfDay } from './time-zone.ts';

/**
 * The last instant at which a wish to leave marketing may come into force under a regime (C6). Business days count from
 * the day after the wish came, in the given zone, and the last of them counts to its end.
 */
export function latestDeadline(
  { deadline, calendar }: Pick<Regime, 'deadline' | 'calendar'>,
  receivedAt: Date,
  timeZone: string,
): Date {
  if ('hours' in deadline) return new Date(receivedAt.getTime() + deadline.hours * 3_600_000);
  const received = dateIn(timeZone, receivedAt);
  return endOfDay(timeZone, addBusinessDays(calendar, received, deadline.businessDays));
}

/**
 * The hard ceiling of a marketing request: the earlier of 48 hours and the regime (W-3). The zone never decides it: ten
 * business days are more than 48 hours in each. A test walks every regime and zone to keep that true.
 */
export function marketingCeiling(country: string | null, receivedAt: Date): Date {
  const regime = regimeOf(country, receivedAt);
  const ours = receivedAt.getTime() + MARKETING_REVIEW_CAP_SECONDS * 1000;
  return new Date(Math.min(ours, latestDeadline(regime, receivedAt, regime.timeZone).getTime()));
}

/**
 * The ceiling by the country of an account, under every regime, for a wish that comes at `receivedAt`; that of EU is for all
 * other countries. `of`: the country of whoever wishes, where it is known and its law may be the stricter.
 */
export function marketingCeilings(
  receivedAt: Date,
  of: string | null = null,
): Readonly<Record<RegimeKey, Date>> {
  return Object.fromEntries(
    REGIME_KEYS.map((key) => [key, stricterCeiling([key, of], receivedAt)]),
  ) as Record<RegimeKey, Date>;
}

/** The earliest ceiling of these countries; null = not known, and no other counts the EU's. */
export function stricterCeiling(
  [account, other]: readonly [account: string | null, other: string | null],
  receivedAt: Date,
): Date {
  const ceilings = [account, ...(other === null ? [] : [other])].map((country) =>
    marketingCeiling(country, receivedAt).getTime(),
  );
  return new Date(Math.min(...ceilings));
}
