import type { Purpose, RequestState } from '../words.ts';
import { LONGEST_REVIEW_SECONDS, MARKETING_REVIEW_CAP_SECONDS } from './policy.ts';

export type ExtensionRefusal = 'already-closed' | 'not-later' | 'beyond-the-longest-review';

export const EXTENSION_REFUSALS: Readonly<Record<ExtensionRefusal, string>> = {
  'already-closed': 'This request is closed already; its deadline can not move.',
  'not-later': 'The new deadline must lie after now and after the old one.',
  'beyond-the-longest-review':
    'The new deadline lies too late: at most 90 days after the request, for marketing 48 hours (W-3).',
};

/** Null where the deadline may move to `deadline`, else why not. The cap counts from the day the wish came. */
export function refuseExtension(
  request: { state: RequestState; purpose: Purpose; receivedAt: Date; deadline: Date | null },
  deadline: Date,
  now: Date,
): ExtensionRefusal | null {
  if (request.state !== 'PENDING') return 'already-closed';
  const after = Math.max(now.getTime(), request.deadline?.getTime() ?? 0);
  if (!(deadline.getTime() > after)) return 'not-later';
  const cap =
    request.purpose === 'MARKETING' ? MARKETING_REVIEW_CAP_SECONDS : LONGEST_REVIEW_SECONDS;
  return deadline.getTime() > request.receivedAt.getTime() + cap * 1000
    ? 'beyond-the-longest-review'
    : null;
}
