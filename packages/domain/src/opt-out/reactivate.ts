import type { Purpose } from '../enums/channels.ts';
import type { Reactivation } from '../enums/policies.ts';
import type { RequestState } from '../enums/requests.ts';
import type { ScopeKind } from '../enums/scopes.ts';
import { LONGEST_REASON } from './decide.ts';

export type ReactivationRefusal =
  | 'not-in-force'
  | 'marketing-returns-by-recipient'
  | 'recipient-alone-may-return'
  | 'reason-required'
  | 'reason-too-long';

export const REACTIVATION_REFUSALS: Readonly<Record<ReactivationRefusal, string>> = {
  'not-in-force': 'Only a confirmed opt-out can be lifted; this one is not in force.',
  'marketing-returns-by-recipient':
    'Nobody but the recipient may bring an address back to marketing, or to a topic, an account or the organisation: by a double opt-in (GDPR Art. 7, 21(3)).',
  'recipient-alone-may-return':
    'The policy that this request was judged by lets the recipient alone come back. Start a double opt-in.',
  'reason-required': 'Bringing somebody back who left needs a reason: it is kept for good.',
  'reason-too-long': `A reason has at most ${LONGEST_REASON} characters.`,
};

/**
 * Null where the controller may lift this opt-out, else why not (B1, A6). A service book alone: a topic or an account
 * stops marketing too. `reactivation` is that of the policy version that the request was judged by.
 */
export function refuseReactivation(
  request: {
    state: RequestState;
    purpose: Purpose;
    scopeKind: ScopeKind;
    reactivation: Reactivation;
  },
  reason: string,
): ReactivationRefusal | null {
  if (request.purpose !== 'SERVICE' || request.scopeKind !== 'BOOK')
    return 'marketing-returns-by-recipient';
  if (request.reactivation !== 'CONTROLLER') return 'recipient-alone-may-return';
  if (request.state !== 'CONFIRMED') return 'not-in-force';
  if (reason.trim() === '') return 'reason-required';
  return reason.length > LONGEST_REASON ? 'reason-too-long' : null;
}
