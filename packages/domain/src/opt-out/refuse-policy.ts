import type { Purpose } from '../enums/channels.ts';
import {
  completePolicy,
  LONGEST_REVIEW_SECONDS,
  MARKETING_REVIEW_CAP_SECONDS,
  MOST_REMINDERS,
  MOST_TOLD,
  type OptOutPolicy,
} from './policy.ts';

export type PolicyRefusal =
  | 'marketing-cannot-revert'
  | 'marketing-cannot-review'
  | 'marketing-returns-by-recipient'
  | 'transactional-has-no-opt-out'
  | 'review-period-out-of-range'
  | 'too-many-reminders'
  | 'reminders-unsorted'
  | 'reminder-outside-the-review'
  | 'too-many-told';

/** Why each refusal stands, for people (W-5). */
export const POLICY_REFUSALS: Readonly<Record<PolicyRefusal, string>> = {
  'marketing-cannot-revert':
    'A marketing request can not end in REVERT: after an objection to direct marketing no more may be sent (GDPR Art. 21(3)), and mailbox providers demand that one click is final (RFC 8058). Use OPT_OUT.',
  'marketing-cannot-review':
    'A clear wish to leave marketing acts at once and can not be reviewed (RFC 8058; GDPR Art. 7(3)). Use AT_ONCE; unclear wishes are reviewed anyway.',
  'marketing-returns-by-recipient':
    'Nobody but the recipient may bring an address back to marketing, by a double opt-in (GDPR Art. 7, 21(3)). Use RECIPIENT.',
  'transactional-has-no-opt-out':
    'Transactional messages (receipts, codes) have no opt-out, so they have no opt-out policy.',
  'review-period-out-of-range':
    'The review period must be whole seconds, between 1 second and 90 days, for marketing at most 48 hours.',
  'too-many-reminders': `A request is reminded of at most ${MOST_REMINDERS} times.`,
  'reminders-unsorted':
    'Name the reminders in the order they come: the longest time before the deadline first, none twice.',
  'reminder-outside-the-review':
    'A reminder comes at least 1 second before the deadline, and after the review began: it must be shorter than the review period.',
  'too-many-told': `A policy names at most ${MOST_TOLD} persons; name none to tell everybody.`,
};

/** Null where the policy may be saved for books of this purpose, whoever owns it, else why not (W-5). */
export function refusePolicy(purpose: Purpose, policy: OptOutPolicy): PolicyRefusal | null {
  if (purpose === 'TRANSACTIONAL') return 'transactional-has-no-opt-out';
  const { mode, reviewSeconds, onTimeout, remindBeforeSeconds, tell, reactivation } =
    completePolicy(policy);
  if (purpose === 'MARKETING' && onTimeout === 'REVERT') return 'marketing-cannot-revert';
  if (purpose === 'MARKETING' && mode === 'REVIEW') return 'marketing-cannot-review';
  if (purpose === 'MARKETING' && reactivation === 'CONTROLLER')
    return 'marketing-returns-by-recipient';
  const longest = purpose === 'MARKETING' ? MARKETING_REVIEW_CAP_SECONDS : LONGEST_REVIEW_SECONDS;
  if (!Number.isInteger(reviewSeconds) || reviewSeconds < 1 || reviewSeconds > longest)
    return 'review-period-out-of-range';
  if (tell.length > MOST_TOLD) return 'too-many-told';
  return refuseReminders(remindBeforeSeconds, reviewSeconds);
}

function refuseReminders(
  reminders: readonly number[],
  reviewSeconds: number,
): PolicyRefusal | null {
  if (reminders.length > MOST_REMINDERS) return 'too-many-reminders';
  if (reminders.some((s) => !Number.isInteger(s) || s < 1 || s >= reviewSeconds))
    return 'reminder-outside-the-review';
  const isSorted = reminders.every((seconds, i) => i === 0 || seconds < reminders[i - 1]!);
  return isSorted ? null : 'reminders-unsorted';
}
