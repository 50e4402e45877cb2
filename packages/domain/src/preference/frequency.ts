/** How often a recipient lets an account write to them: at most one message in that time; EVERY sets no limit (C2, P-9). */
export const FREQUENCIES = ['EVERY', 'DAILY', 'WEEKLY', 'MONTHLY'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** The length of each period in days; null where nothing is limited. A month is 30 days: a promise must not depend on February. */
export const PERIOD_DAYS: Readonly<Record<Frequency, number | null>> = {
  EVERY: null,
  DAILY: 1,
  WEEKLY: 7,
  MONTHLY: 30,
};

const DAY_MS = 86_400_000;

/** When the next message may go to somebody whose last one went at `last`; null = now. */
export function nextAllowedAt(frequency: Frequency, last: Date | null, now: Date): Date | null {
  const days = PERIOD_DAYS[frequency];
  if (days === null || last === null) return null;
  const next = new Date(last.getTime() + days * DAY_MS);
  return next > now ? next : null;
}
