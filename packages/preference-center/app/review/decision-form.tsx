import { LONGEST_REASON } from '@adieu/domain';
import { formatNumber, plural, type Reader, REVIEW_MESSAGES } from '@adieu/messages';
import type { ReviewView } from '../api/operations.ts';
import { RequestItem } from './request-item.tsx';
import type { ReviewForm, ReviewFormError } from './review-form.ts';

/** From more than these on the buttons stay at hand while the list is gone through. */
const SHORT_LIST = 8;

interface DecisionFormProps {
  readonly view: ReviewView;
  readonly reader: Reader;
  readonly now: Date;
  /** How many wait, over all pages. */
  readonly total: number;
  readonly action: string;
  readonly pageKey: string;
  /** What was posted and could not be taken, and why. */
  readonly posted: { readonly form: ReviewForm; readonly error: ReviewFormError } | null;
}

/** The list and what to do with it: tick one, some or all, then one of three buttons. */
export function DecisionForm(props: DecisionFormProps) {
  const { view, reader, now, total, action, pageKey, posted } = props;
  const { language } = reader;
  const messages = REVIEW_MESSAGES[language];
  const isLong = view.waiting.nodes.length > SHORT_LIST;
  const ticked = new Set(posted?.form.ids);
  const error = posted?.error ?? null;
  const ofReason = error === 'reasonMissing' || error === 'reasonTooLong';
  return (
    // Without autoComplete a reload would bring back ticks on requests that are others by now.
    <form
      method="post"
      action={action}
      autoComplete="off"
      className={isLong ? 'review long' : 'review'}
    >
      <input type="hidden" name="shownAt" value={now.toISOString()} />
      <input type="hidden" name="key" value={pageKey} />
      <fieldset>
        <legend className="hidden">{messages.requests}</legend>
        {error !== null && !ofReason && (
          <p className="error" id="ticks-error" role="alert">
            {messages[error]}
          </p>
        )}
        {total > 1 && (
          <label className="all">
            <input
              type="checkbox"
              name="all"
              defaultChecked={posted?.form.all ?? false}
              autoFocus={error === 'noneTicked'}
              {...(error === 'noneTicked' && { 'aria-describedby': 'ticks-error' })}
            />
            <span>
              {total > view.waiting.nodes.length
                ? plural(language, total, messages.all)
                : `${messages.allBooks} (${formatNumber(language, total)})`}
            </span>
          </label>
        )}
        <ul className="requests">
          {view.waiting.nodes.map((request) => (
            <RequestItem
              key={request.id}
              request={request}
              reader={reader}
              now={now}
              ticked={ticked.has(request.id)}
            />
          ))}
        </ul>
      </fieldset>
      <div className="bar">
        <button name="decision" value="CONFIRM" className="first">
          {messages.confirm}
        </button>
        <div className="decline">
          <div>
            <label htmlFor="reason">{messages.reason}</label>
            <textarea
              id="reason"
              name="reason"
              rows={2}
              maxLength={LONGEST_REASON}
              defaultValue={posted?.form.reason}
              autoFocus={ofReason}
              aria-invalid={ofReason || undefined}
              aria-describedby={ofReason ? 'reason-error reason-note' : 'reason-note'}
            />
            {ofReason && (
              <p className="error" id="reason-error" role="alert">
                {messages[error]}
              </p>
            )}
            <p className="note" id="reason-note">
              {messages.reasonNote}
            </p>
          </div>
          <button name="decision" value="DECLINE">
            {messages.decline}
          </button>
        </div>
        {view.waiting.nodes.some(({ deferredTo }) => deferredTo !== null) && (
          <div className="defer">
            <p className="note" id="defer-note">
              {messages.deferNote}
            </p>
            <button name="decision" value="DEFER" aria-describedby="defer-note">
              {messages.defer}
            </button>
          </div>
        )}
      </div>
    </form>
  );
}
