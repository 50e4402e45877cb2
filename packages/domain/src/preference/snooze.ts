export type SnoozeRefusal = 'not-later' | 'beyond-the-longest-snooze';

/** The longest pause that a recipient may set, in days. Whoever wants longer wants to leave. */
export const LONGEST_SNOOZE_DAYS = 365;

export const SNOOZE_REFUSALS: Readonly<Record<SnoozeRefusal, string>> = {
  'not-later': 'A pause ends after now.',
  'beyond-the-longest-snooze': `A pause lasts at most ${LONGEST_SNOOZE_DAYS} days.`,
};

/** Null where marketing may rest until `until`, else why not (P-10). */
export function refuseSnooze(until: Date, now: Date): SnoozeRefusal | null {
  const wait = until.getTime() - now.getTime();
  if (!(wait > 0)) return 'not-later';
  return wait > LONGEST_SNOOZE_DAYS * 86_400_000 ? 'beyond-the-longest-snooze' : null;
}
