import type { PolicyMode, Reactivation, TimeoutOutcome } from '../enums/policies.ts';

/** How a book treats a wish to leave. Versioned: a request keeps the version it was judged by. */
export interface OptOutPolicy {
  readonly mode: PolicyMode;
  /** How long an admin may take, in seconds. */
  readonly reviewSeconds: number;
  readonly onTimeout: TimeoutOutcome;
  /** How long before the deadline to remind, in seconds, the longest first. If not given: a day, where the review is longer. */
  readonly remindBeforeSeconds?: readonly number[];
  /** Ids of the members who are told; empty = everybody. */
  readonly tell?: readonly string[];
  /** Who may bring somebody back; RECIPIENT if not given. */
  readonly reactivation?: Reactivation;
}

/** Longest wait of a marketing request, in seconds: the mailbox providers ask for 48 hours (Gmail, Yahoo; W-3). */
export const MARKETING_REVIEW_CAP_SECONDS = 48 * 60 * 60;

/** Longest review of any book, in seconds: 90 days. A pause that nobody ends must not last for ever. */
export const LONGEST_REVIEW_SECONDS = 90 * 24 * 60 * 60;

/** Most reminders of one request. */
export const MOST_REMINDERS = 5;

/** Most persons that a policy may name. */
export const MOST_TOLD = 50;

/** When to remind where a policy does not say: a day before. */
const REMIND_BEFORE_SECONDS = 24 * 60 * 60;

/**
 * The installation's own policy, for books whose account and organisation have none. Opt-out is on for every new book (A1): clear
 * wishes act at once, unclear ones wait at most two days. An oracle: only tests read it, to hold version 1 in the database against it.
 */
export const DEFAULT_POLICY: Required<OptOutPolicy> = {
  mode: 'AT_ONCE',
  reviewSeconds: MARKETING_REVIEW_CAP_SECONDS,
  onTimeout: 'OPT_OUT',
  remindBeforeSeconds: [REMIND_BEFORE_SECONDS],
  tell: [],
  reactivation: 'RECIPIENT',
};

/** The policy with what it left out. */
export function completePolicy(policy: OptOutPolicy): Required<OptOutPolicy> {
  return {
    remindBeforeSeconds:
      policy.reviewSeconds > REMIND_BEFORE_SECONDS ? [REMIND_BEFORE_SECONDS] : [],
    tell: [],
    reactivation: 'RECIPIENT',
    ...policy,
  };
}
