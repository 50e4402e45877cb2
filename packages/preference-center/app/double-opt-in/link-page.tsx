import { PAGE_MESSAGES, type Reader } from '@adieu/messages';
import type { DoubleOptInView } from '../api/operations.ts';
import { MaskedAddress } from '../page/masked-address.tsx';
import { Page } from '../page/page.tsx';
import { ClosedPage } from './closed-page.tsx';
import { ConfirmPage } from './confirm-page.tsx';
import { ConfirmedPage } from './confirmed-page.tsx';

interface LinkPageProps {
  readonly token: string;
  readonly view: DoubleOptInView;
  readonly reader: Reader;
  /** What was posted; null where the link was opened. */
  readonly posted: 'confirm' | 'ask' | null;
}

/** The page of a confirmation mail's link, by the state that it is in, whether it was opened or its button pressed. */
export function LinkPage({ token, view, reader, posted }: LinkPageProps) {
  if (posted === 'ask') return <AskedPage {...{ view, reader }} />;
  const page = { token, view, reader, posted: posted !== null };
  if (view.state === 'OPEN') return <ConfirmPage {...page} />;
  return view.state === 'CONFIRMED' ? <ConfirmedPage {...page} /> : <ClosedPage {...page} />;
}

/** The same whether or not a mail goes out (D-6). */
function AskedPage({ view, reader }: Pick<LinkPageProps, 'view' | 'reader'>) {
  const messages = PAGE_MESSAGES[reader.language];
  return (
    <Page language={reader.language} title={messages.returnAsked} sender={view} focusHeading>
      <MaskedAddress address={view.maskedAddress} messages={messages} />
      <p>{messages.returnAskedNote(view.maskedAddress)}</p>
      <p>{messages.returnNotThere}</p>
    </Page>
  );
}
