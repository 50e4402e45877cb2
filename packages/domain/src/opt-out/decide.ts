import type { Purpose } from '../enums/channels.ts';
import type { TimeoutOutcome } from '../enums/policies.ts';
import type { Decision, RequestState, Signal, SuppressionState } from '../enums/requests.ts';

/** What the rules need to know of a request. */
export interface OpenRequest {
  readonly state: RequestState;
  readonly signal: Signal;
  readonly purpose: Purpose;
}

/** The longest reason an admin may give, in characters. */
export const LONGEST_REASON = 2000;

export type DecisionRefusal =
  | 'already-closed'
  | 'clear-marketing-cannot-be-declined'
  | 'reason-required'
  | 'reason-too-long';

export const DECISION_REFUSALS: Readonly<Record<DecisionRefusal, string>> = {
  'already-closed': 'This request is closed already; its state shows how it ended.',
  'clear-marketing-cannot-be-declined':
    'A clear wish to leave marketing can not be declined (GDPR Art. 21(3)).',
  'reason-required': 'A decline needs a reason: the recipient will read it.',
  'reason-too-long': `A reason has at most ${LONGEST_REASON} characters.`,
};

export interface Closing {
  readonly state: Extract<RequestState, 'CONFIRMED' | 'DECLINED' | 'REVERTED'>;
  /** What stands in the suppression list afterwards; null = the pause ends. */
  readonly suppression: SuppressionState | null;
}

/** Judges an admin's decision (W-6: a clear marketing wish can not be declined, whatever the interface). */
export function decide(
  request: OpenRequest,
  decision: Decision,
  reason: string | null,
): Closing | { readonly refused: DecisionRefusal } {
  if (decision === 'DECLINE' && request.signal === 'CLEAR' && request.purpose === 'MARKETING') {
    return { refused: 'clear-marketing-cannot-be-declined' };
  }
  if (request.state !== 'PENDING') return { refused: 'already-closed' };
  const refused = refuseReason(decision, reason);
  if (refused !== null) return { refused };
  if (decision === 'CONFIRM') return { state: 'CONFIRMED', suppression: 'OPTED_OUT' };
  return { state: 'DECLINED', suppression: null };
}

/** What is wrong with the reason of a decision, whatever it is about; null where nothing is. */
export function refuseReason(
  decision: Decision,
  reason: string | null,
): Extract<DecisionRefusal, `reason-${string}`> | null {
  if (reason !== null && reason.length > LONGEST_REASON) return 'reason-too-long';
  if (decision === 'DECLINE' && (reason === null || reason.trim() === '')) return 'reason-required';
  return null;
}

/** What the timer's end does to a request that nobody decided. */
export function closeAtDeadline(onTimeout: TimeoutOutcome): Closing {
  return onTimeout === 'OPT_OUT'
    ? { state: 'CONFIRMED', suppression: 'OPTED_OUT' }
    : { state: 'REVERTED', suppression: null };
}
