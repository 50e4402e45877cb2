import type { Purpose } from '../enums/channels.ts';
import type { RequestState } from '../enums/requests.ts';
import { stricterCeiling } from '../regime/latest-deadline.ts';
import { LONGEST_REVIEW_SECONDS } from './policy.ts';

export type ExtensionRefusal = 'already-closed' | 'not-later' | 'beyond-the-longest-review';

export const EXTENSION_REFUSALS: Readonly<Record<ExtensionRefusal, string>> = {
  'already-closed': 'This request is closed already; its deadline can not move.',
  'not-later': 'The new deadline must lie after now and after the old one.',
  'beyond-the-longest-review':
    'The new deadline lies too late: at most 90 days after the request, for marketing 48 hours or what the country allows.',
};

/** What of an open request tells how far its deadline may move. */
export interface ExtensibleRequest {
  readonly state: RequestState;
  readonly purpose: Purpose;
  readonly receivedAt: Date;
  readonly deadline: Date | null;
  /** Of its account; null = the EU's rules. */
  readonly country?: string | null;
  /** Of the number that wished, where it is one: the stricter of both counts. */
  readonly numberCountry?: string | null;
}

/** What one deferral by the review adds. */
export const DEFERRAL_SECONDS = 7 * 86_400;

/** Where a deferral moves the deadline: a week on, or as far as it may; null where it may not move. */
export function deferredDeadline(request: ExtensibleRequest, now: Date): Date | null {
  const from = Math.max(now.getTime(), request.deadline?.getTime() ?? 0);
  const weekOn = from + DEFERRAL_SECONDS * 1000;
  const deadline = new Date(Math.min(weekOn, latestExtension(request)));
  return refuseExtension(request, deadline, now) === null ? deadline : null;
}

/**
 * Null where the deadline may move to `deadline`, else why not. The cap counts from the instant the wish came; for
 * marketing it is that of the account's country, null = the EU's, or of the number's where that is earlier.
 */
export function refuseExtension(
  request: ExtensibleRequest,
  deadline: Date,
  now: Date,
): ExtensionRefusal | null {
  if (request.state !== 'PENDING') return 'already-closed';
  const after = Math.max(now.getTime(), request.deadline?.getTime() ?? 0);
  if (!(deadline.getTime() > after)) return 'not-later';
  return deadline.getTime() > latestExtension(request) ? 'beyond-the-longest-review' : null;
}

function latestExtension({
  purpose,
  country = null,
  numberCountry = null,
  receivedAt,
}: ExtensibleRequest): number {
  return purpose === 'MARKETING'
    ? stricterCeiling([country, numberCountry], receivedAt).getTime()
    : receivedAt.getTime() + LONGEST_REVIEW_SECONDS * 1000;
}
