import { formatInstant, PAGE_MESSAGES, type Reader, wantedText } from '@adieu/messages';
import type { DoubleOptInView } from '../api/operations.ts';
import { BUTTONS } from '../page/buttons.ts';
import { MaskedAddress } from '../page/masked-address.tsx';
import { Page } from '../page/page.tsx';

interface ConfirmPageProps {
  readonly token: string;
  readonly view: DoubleOptInView;
  readonly reader: Reader;
}

/** The last step of a return: the declaration word for word, and one button. */
export function ConfirmPage({ token, view, reader }: ConfirmPageProps) {
  const { language } = reader;
  const messages = PAGE_MESSAGES[language];
  return (
    <Page language={language} title={messages.confirmTitle} sender={view}>
      <MaskedAddress address={view.maskedAddress} messages={messages} />
      <p>{messages.confirmIntro(wantedText(language, view.scope, view.accountName))}</p>
      <blockquote>{view.declaration}</blockquote>
      <form method="post" action={`/o/${token}`}>
        <button {...BUTTONS.confirm} className="first">
          {messages.confirmButton}
        </button>
      </form>
      <p>{messages.notYou(formatInstant(reader, view.expiresAt))}</p>
    </Page>
  );
}
