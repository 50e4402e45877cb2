/** A page that is older than this is shown again, with what was typed. */
const OLDEST_PAGE_MINUTES = 24 * 60;
/** Nobody types an address faster, not even with a program that fills it in. */
const LEAST_SECONDS = 2;

export interface FormPost {
  /** What came in the field that people and screen readers never meet. */
  readonly honeypot: string;
  /** When our page was shown, by its signed token; null for a form in the account's own page, which has none. */
  readonly shownAt: Date | null;
}

/** Whether a post starts a double opt-in. `machine` gets the answer that a person gets, and no mail. */
export function judgePost(
  { honeypot, shownAt }: FormPost,
  now: Date,
): 'person' | 'machine' | 'stale' {
  if (honeypot !== '') return 'machine';
  if (shownAt === null) return 'person';
  const seconds = (now.getTime() - shownAt.getTime()) / 1000;
  if (seconds < LEAST_SECONDS) return 'machine';
  return seconds > OLDEST_PAGE_MINUTES * 60 ? 'stale' : 'person';
}
