import { LONGEST_REASON } from '@adieu/domain';
import { formatBrief, formatNumber, plural, type Reader, REVIEW_MESSAGES } from '@adieu/messages';
import type { ReviewView } from '../api/operations.ts';
import type { ReviewForm, ReviewFormError } from './review-form.ts';

interface QuarantinesProps {
  readonly view: ReviewView;
  readonly reader: Reader;
  readonly now: Date;
  readonly action: string;
  readonly pageKey: string;
  readonly posted: { readonly form: ReviewForm; readonly error: ReviewFormError } | null;
}

/** Bursts of suspected robots (N4): each decided as a whole, by one of two buttons. The reason to bring back is proposed. */
export function Quarantines(props: QuarantinesProps) {
  const { view, reader } = props;
  const messages = REVIEW_MESSAGES[reader.language];
  if (view.quarantines.length === 0) return null;
  return (
    <section>
      <h2>{messages.quarantines}</h2>
      <p className="note">{messages.quarantinesNote}</p>
      {view.quarantines.map((quarantine) => (
        <Quarantine key={quarantine.id} {...props} quarantine={quarantine} />
      ))}
    </section>
  );
}

interface QuarantineProps extends QuarantinesProps {
  readonly quarantine: ReviewView['quarantines'][number];
}

function Quarantine({ quarantine, reader, now, action, pageKey, posted }: QuarantineProps) {
  const { language } = reader;
  const messages = REVIEW_MESSAGES[language];
  const { id, domain, campaignName, count, firstAt, deadline, onTimeout } = quarantine;
  const number = formatNumber(language, count);
  const own = posted?.form.quarantine === id ? posted : null;
  const error = own?.error ?? null;
  const ofReason = error === 'reasonMissing' || error === 'reasonTooLong';
  return (
    <form method="post" action={action} autoComplete="off" className="burst">
      <input type="hidden" name="quarantine" value={id} />
      <input type="hidden" name="shownAt" value={now.toISOString()} />
      <input type="hidden" name="key" value={`${pageKey}/${id}`} />
      <h3>
        <bdi>{domain}</bdi>: {plural(language, count, messages.burst)}
      </h3>
      <p className="facts">
        {messages.burstFrom(campaignName, formatBrief(reader, firstAt))}{' '}
        {messages.atTheEnd[onTimeout](formatBrief(reader, deadline))}
      </p>
      {error === 'outdated' && (
        <p className="error" role="alert">
          {messages.outdated}
        </p>
      )}
      <button name="decision" value="CONFIRM">
        {messages.werePeople(number)}
      </button>
      <label htmlFor={`reason-${id}`}>{messages.reason}</label>
      <textarea
        id={`reason-${id}`}
        name="reason"
        rows={3}
        maxLength={LONGEST_REASON}
        defaultValue={own?.form.reason ?? messages.robotReason}
        autoFocus={ofReason}
        aria-invalid={ofReason || undefined}
        aria-describedby={ofReason ? `error-${id}` : undefined}
      />
      {ofReason && (
        <p className="error" id={`error-${id}`} role="alert">
          {messages[error]}
        </p>
      )}
      <button name="decision" value="DECLINE">
        {messages.wasRobot(number)}
      </button>
    </form>
  );
}
