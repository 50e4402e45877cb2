import type { Purpose } from '../enums/channels.ts';
import type { PolicyMode, TimeoutOutcome } from '../enums/policies.ts';
import type { RequestState, Signal, SuppressionState } from '../enums/requests.ts';
import { MARKETING_REVIEW_CAP_SECONDS, type OptOutPolicy } from './policy.ts';

/** One row of the law: what a wish of this signal opens under this purpose and policy mode. */
export interface Verdict {
  readonly signal: Signal;
  readonly purpose: Purpose;
  readonly mode: PolicyMode;
  readonly state: Extract<RequestState, 'PENDING' | 'CONFIRMED'>;
  readonly suppression: SuppressionState;
  /** Upper bound of the wait in seconds; null = the policy's own period; absent wait where CONFIRMED. */
  readonly capSeconds: number | null;
  /** What the timer's end does; 'POLICY' = what the book's policy says; null where nothing waits. */
  readonly onTimeout: TimeoutOutcome | 'POLICY' | null;
}

const atOnce = {
  state: 'CONFIRMED',
  suppression: 'OPTED_OUT',
  capSeconds: null,
  onTimeout: null,
} as const;
const service = {
  state: 'PENDING',
  suppression: 'PAUSED',
  capSeconds: null,
  onTimeout: 'POLICY',
} as const;
const unclearMarketing = {
  state: 'PENDING',
  suppression: 'PAUSED',
  capSeconds: MARKETING_REVIEW_CAP_SECONDS,
  onTimeout: 'OPT_OUT',
} as const;

/**
 * The whole table. A pair that has no row opens nothing: transactional messages have no opt-out (D1) and a
 * machine's guess is no wish. The database joins these very rows in its statement, so there is one law, not two.
 */
export const VERDICTS: readonly Verdict[] = [
  { signal: 'CLEAR', purpose: 'MARKETING', mode: 'AT_ONCE', ...atOnce },
  { signal: 'CLEAR', purpose: 'MARKETING', mode: 'REVIEW', ...atOnce },
  { signal: 'CLEAR', purpose: 'SERVICE', mode: 'AT_ONCE', ...atOnce },
  { signal: 'CLEAR', purpose: 'SERVICE', mode: 'REVIEW', ...service },
  { signal: 'UNCLEAR', purpose: 'MARKETING', mode: 'AT_ONCE', ...unclearMarketing },
  { signal: 'UNCLEAR', purpose: 'MARKETING', mode: 'REVIEW', ...unclearMarketing },
  { signal: 'UNCLEAR', purpose: 'SERVICE', mode: 'AT_ONCE', ...service },
  { signal: 'UNCLEAR', purpose: 'SERVICE', mode: 'REVIEW', ...service },
];

export type Ruling =
  | {
      readonly state: 'CONFIRMED';
      readonly suppression: 'OPTED_OUT';
      readonly deadline: null;
      readonly onTimeout: null;
    }
  | {
      readonly state: 'PENDING';
      readonly suppression: 'PAUSED';
      readonly deadline: Date;
      readonly onTimeout: TimeoutOutcome;
    }
  | { readonly refused: 'transactional-has-no-opt-out' | 'machine-signal' };

/**
 * Judges one wish at the instant `now`. `ceiling`: the latest end of a marketing request there (marketingCeiling). An oracle: only tests
 * call it, to hold the statement that records an opt-out against it.
 */
export function judge(
  signal: Signal,
  purpose: Purpose,
  policy: OptOutPolicy,
  now: Date,
  ceiling: Date | null = null,
): Ruling {
  if (purpose === 'TRANSACTIONAL') return { refused: 'transactional-has-no-opt-out' };
  const verdict = VERDICTS.find(
    (row) => row.signal === signal && row.purpose === purpose && row.mode === policy.mode,
  );
  if (verdict === undefined) return { refused: 'machine-signal' };
  if (verdict.state === 'CONFIRMED') {
    return { state: 'CONFIRMED', suppression: 'OPTED_OUT', deadline: null, onTimeout: null };
  }
  const seconds = Math.min(policy.reviewSeconds, verdict.capSeconds ?? Infinity);
  const end = now.getTime() + seconds * 1000;
  const latest = purpose === 'MARKETING' ? (ceiling?.getTime() ?? Infinity) : Infinity;
  return {
    state: 'PENDING',
    suppression: 'PAUSED',
    deadline: new Date(Math.min(end, latest)),
    onTimeout: verdict.onTimeout === 'OPT_OUT' ? 'OPT_OUT' : policy.onTimeout,
  };
}
