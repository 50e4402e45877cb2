import { PAGE_MESSAGES, type Reader } from '@adieu/messages';
import type { ConfirmDoubleOptInResult, DoubleOptInView } from '../api/operations.ts';
import { scopeText } from '../preferences/scope-text.ts';
import { Instant } from '../reader/instant.tsx';
import { Page } from '../page/page.tsx';

interface ConfirmedPageProps {
  readonly result: Exclude<
    ConfirmDoubleOptInResult,
    { __typename: 'NotFound' | 'InvalidInput' | 'Conflict' }
  >;
  readonly view: DoubleOptInView | null;
  readonly reader: Reader;
}

/** What became of a confirmation: in force, or why it is not. */
export function ConfirmedPage({ result, view, reader }: ConfirmedPageProps) {
  const { language } = reader;
  const messages = PAGE_MESSAGES[language];
  const frame = { language, focusHeading: true, ...(view && { sender: view }) };
  if (result.__typename === 'Expired') {
    return (
      <Page {...frame} title={messages.expired}>
        <p>{messages.expiredNote}</p>
      </Page>
    );
  }
  if (result.__typename === 'Superseded') {
    return (
      <Page {...frame} title={messages.superseded}>
        <p>{messages.supersededNote}</p>
      </Page>
    );
  }
  return (
    <Page {...frame} title={messages.confirmed}>
      <dl>
        <dt>{messages.what}</dt>
        <dd>{scopeText(result.scope, messages)}</dd>
        <dt>{messages.confirmedAt}</dt>
        <dd>
          <Instant at={result.confirmedAt} reader={reader} />
        </dd>
      </dl>
      <p>{messages.confirmedNote}</p>
    </Page>
  );
}
