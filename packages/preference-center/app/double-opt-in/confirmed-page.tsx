import { formatUntil, PAGE_MESSAGES, type Reader } from '@adieu/messages';
import type { DoubleOptInView } from '../api/operations.ts';
import { MaskedAddress } from '../page/masked-address.tsx';
import { Page } from '../page/page.tsx';
import { scopeOnChannels } from '../preferences/scope-text.ts';
import { Instant } from '../reader/instant.tsx';
import { StillLeft } from './still-left.tsx';

interface ConfirmedPageProps {
  readonly token: string;
  readonly view: DoubleOptInView;
  readonly reader: Reader;
  /** The answer to the button, as against the link that is opened once more. */
  readonly posted: boolean;
}

/** In force by what the gate says, since when; and what stays off beside it. */
export function ConfirmedPage({ token, view, reader, posted }: ConfirmedPageProps) {
  const { language } = reader;
  const messages = PAGE_MESSAGES[language];
  return (
    <Page language={language} title={messages.confirmed} sender={view} focusHeading={posted}>
      <MaskedAddress address={view.maskedAddress} messages={messages} />
      <dl>
        <dt>{messages.what}</dt>
        <dd>{scopeOnChannels(view.scope, view.channels.slice(0, 1), language)}</dd>
        {view.confirmedAt !== null && (
          <>
            <dt>{messages.confirmedAt}</dt>
            <dd>
              <Instant at={view.confirmedAt} reader={reader} />
            </dd>
          </>
        )}
      </dl>
      {view.pausedUntil !== null && (
        <p>{messages.pausedUntil(formatUntil(reader, view.pausedUntil))}</p>
      )}
      <p>{messages.confirmedNote}</p>
      <StillLeft token={token} left={view.stillLeft} reader={reader} />
    </Page>
  );
}
