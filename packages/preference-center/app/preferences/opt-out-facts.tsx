import { formatInstant, PAGE_MESSAGES, type Reader } from '@adieu/messages';
import type { CurrentOptOut, PreferenceView } from '../api/operations.ts';
import { isBySms } from './opt-out-in-force.ts';
import { scopeOnChannels } from './scope-text.ts';
import { Instant } from '../reader/instant.tsx';

interface OptOutFactsProps {
  readonly view: PreferenceView;
  readonly optOut: CurrentOptOut;
  readonly reader: Reader;
}

/** What was left, since when, by which way and from which mailing (C5); where a review is open, who decides and until when. */
export function OptOutFacts({ view, optOut, reader }: OptOutFactsProps) {
  const messages = PAGE_MESSAGES[reader.language];
  return (
    <>
      <dl>
        <dt>{messages.what}</dt>
        <dd>{scopeOnChannels(optOut.scope, optOut.channels, reader.language)}</dd>
        <dt>{messages.since}</dt>
        <dd>
          <Instant at={optOut.since} reader={reader} />
        </dd>
        <dt>{messages.how}</dt>
        <dd>{messages.methods[optOut.method]}</dd>
        {optOut.subject !== null && (
          <>
            <dt>{messages.mailing}</dt>
            <dd>{messages.quote(optOut.subject)}</dd>
          </>
        )}
      </dl>
      {optOut.state === 'PENDING' && optOut.deadline !== null && (
        <p>
          {messages.decides(view.organisationName, formatInstant(reader, optOut.deadline))}{' '}
          {optOut.onTimeout !== 'REVERT'
            ? messages.elseLeft
            : isBySms(view)
              ? messages.elseRevertedBySms
              : messages.elseReverted}
        </p>
      )}
    </>
  );
}
