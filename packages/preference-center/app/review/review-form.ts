import { type Decision, refuseReason } from '@adieu/domain';

/** What was ticked and typed: kept, so that nothing of it is lost where something is wrong with the rest. */
export interface ReviewForm {
  readonly ids: readonly string[];
  readonly all: boolean;
  /** The quarantine that is decided as a whole; null for requests of the list. */
  readonly quarantine: string | null;
  readonly reason: string;
  readonly decision: Decision | 'DEFER';
  /** When the page was shown (ISO 8601): "all" is all that waited then. */
  readonly shownAt: string;
  /** Of the page; with what was chosen it makes a double click one decision. */
  readonly key: string;
}

export type ReviewFormError = 'noneTicked' | 'reasonMissing' | 'reasonTooLong' | 'outdated';

/** What the review's form says; null for a form that is none of ours. */
export function readReviewForm(form: URLSearchParams): ReviewForm | null {
  const decision = form.get('decision');
  if (decision !== 'CONFIRM' && decision !== 'DECLINE' && decision !== 'DEFER') return null;
  const shownAt = form.get('shownAt') ?? '';
  if (Number.isNaN(Date.parse(shownAt))) return null;
  return {
    ids: form.getAll('id'),
    all: form.has('all'),
    quarantine: form.get('quarantine'),
    // Browsers send line ends as CRLF.
    reason: (form.get('reason') ?? '').replaceAll('\r\n', '\n').trim(),
    decision,
    shownAt,
    key: form.get('key') ?? '',
  };
}

/** What keeps it from being sent; the API says the same. */
export function errorOf({
  ids,
  all,
  quarantine,
  decision,
  reason,
}: ReviewForm): ReviewFormError | null {
  if (ids.length === 0 && !all && quarantine === null) return 'noneTicked';
  // A reason that was typed and then not needed is no obstacle: it is not sent.
  if (decision !== 'DECLINE') return null;
  const refused = refuseReason(decision, reason);
  if (refused === null) return null;
  return refused === 'reason-required' ? 'reasonMissing' : 'reasonTooLong';
}
