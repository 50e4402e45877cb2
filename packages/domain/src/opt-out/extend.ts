import type { Purpose } from '../enums/channels.ts';
import type { RequestState } from '../enums/requests.ts';
import { marketingCeiling } from '../regime/latest-deadline.ts';
import { LONGEST_REVIEW_SECONDS } from './policy.ts';

export type ExtensionRefusal = 'already-closed' | 'not-later' | 'beyond-the-longest-review';

export const EXTENSION_REFUSALS: Readonly<Record<ExtensionRefusal, string>> = {
  'already-closed': 'This request is closed already; its deadline can not move.',
  'not-later': 'The new deadline must lie after now and after the old one.',
  'beyond-the-longest-review':
    'The new deadline lies too late: at most 90 days after the request, for marketing 48 hours or what the country allows.',
};

/**
 * Null where the deadline may move to `deadline`, else why not. The cap counts from the instant the wish came; for
 * marketing it is that of the account's country, null = the EU's.
 */
export function refuseExtension(
  request: {
    state: RequestState;
    purpose: Purpose;
    receivedAt: Date;
    deadline: Date | null;
    country?: string | null;
  },
  deadline: Date,
  now: Date,
): ExtensionRefusal | null {
  if (request.state !== 'PENDING') return 'already-closed';
  const after = Math.max(now.getTime(), request.deadline?.getTime() ?? 0);
  if (!(deadline.getTime() > after)) return 'not-later';
  const latest =
    request.purpose === 'MARKETING'
      ? marketingCeiling(request.country ?? null, request.receivedAt).getTime()
      : request.receivedAt.getTime() + LONGEST_REVIEW_SECONDS * 1000;
  return deadline.getTime() > latest ? 'beyond-the-longest-review' : null;
}
