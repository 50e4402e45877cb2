import type { Language } from '@adieu/domain';
import type { CurrentOptOut, PreferenceView } from '../api/operations.ts';
import { formatInstant } from '../dates.ts';
import { MESSAGES } from '../messages/index.ts';
import { scopeText } from '../scope-text.ts';
import { Instant } from './instant.tsx';

interface StandingFactsProps {
  readonly view: PreferenceView;
  readonly optOut: CurrentOptOut;
  readonly language: Language;
}

/** What was left, since when and by which way (C5); where a review is open, who decides and until when. */
export function StandingFacts({ view, optOut, language }: StandingFactsProps) {
  const messages = MESSAGES[language];
  return (
    <>
      <dl>
        <dt>{messages.what}</dt>
        <dd>{scopeText(optOut.scope, messages)}</dd>
        <dt>{messages.since}</dt>
        <dd>
          <Instant at={optOut.since} language={language} />
        </dd>
        <dt>{messages.how}</dt>
        <dd>{messages.methods[optOut.method]}</dd>
      </dl>
      {optOut.state === 'PENDING' && optOut.deadline !== null && (
        <p>
          {messages.decides(view.organisationName, formatInstant(optOut.deadline, language))}{' '}
          {optOut.onTimeout === 'REVERT' ? messages.elseReverted : messages.elseLeft}
        </p>
      )}
    </>
  );
}
