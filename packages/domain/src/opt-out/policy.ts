import type { PolicyMode, Purpose, TimeoutOutcome } from '../words.ts';

/** How a book treats a wish to leave. Versioned: a request keeps the version it was judged by. */
export interface OptOutPolicy {
  readonly mode: PolicyMode;
  /** How long an admin may take, in seconds. */
  readonly reviewSeconds: number;
  readonly onTimeout: TimeoutOutcome;
}

/** Longest wait of a marketing request, in seconds: the mailbox providers ask for 48 hours (Gmail, Yahoo; W-3). */
export const MARKETING_REVIEW_CAP_SECONDS = 48 * 60 * 60;

/** Longest review of any book, in seconds: 90 days. A pause that nobody ends must not last for ever. */
export const LONGEST_REVIEW_SECONDS = 90 * 24 * 60 * 60;

/** Opt-out is on for every new book (A1): clear wishes act at once, unclear ones wait at most two days. */
export const DEFAULT_POLICY: OptOutPolicy = {
  mode: 'AT_ONCE',
  reviewSeconds: MARKETING_REVIEW_CAP_SECONDS,
  onTimeout: 'OPT_OUT',
};

export type PolicyRefusal =
  | 'marketing-cannot-revert'
  | 'marketing-cannot-review'
  | 'transactional-has-no-opt-out'
  | 'review-period-out-of-range';

/** Why each refusal stands, for people (W-5). */
export const POLICY_REFUSALS: Readonly<Record<PolicyRefusal, string>> = {
  'marketing-cannot-revert':
    'A marketing request can not end in REVERT: after an objection to direct marketing no more may be sent (GDPR Art. 21(3)), and mailbox providers demand that one click is final (RFC 8058). Use OPT_OUT.',
  'marketing-cannot-review':
    'A clear wish to leave marketing acts at once and can not be reviewed (RFC 8058; GDPR Art. 7(3)). Use AT_ONCE; unclear wishes are reviewed anyway.',
  'transactional-has-no-opt-out':
    'Transactional messages (receipts, codes) have no opt-out, so they have no opt-out policy.',
  'review-period-out-of-range':
    'The review period must be between 1 second and 90 days, for marketing at most 48 hours.',
};

/** Null where the policy may be saved for a book of this purpose, else why not (W-5). */
export function refusePolicy(purpose: Purpose, policy: OptOutPolicy): PolicyRefusal | null {
  if (purpose === 'TRANSACTIONAL') return 'transactional-has-no-opt-out';
  if (purpose === 'MARKETING' && policy.onTimeout === 'REVERT') return 'marketing-cannot-revert';
  if (purpose === 'MARKETING' && policy.mode === 'REVIEW') return 'marketing-cannot-review';
  const longest = purpose === 'MARKETING' ? MARKETING_REVIEW_CAP_SECONDS : LONGEST_REVIEW_SECONDS;
  if (!(policy.reviewSeconds >= 1 && policy.reviewSeconds <= longest)) {
    return 'review-period-out-of-range';
  }
  return null;
}
