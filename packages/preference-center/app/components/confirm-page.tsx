import type { Language } from '@adieu/domain';
import type { DoubleOptInView } from '../api/operations.ts';
import { formatInstant } from '../dates.ts';
import { MESSAGES } from '../messages/index.ts';
import { BUTTONS } from '../wish.ts';
import { MaskedAddress } from './masked-address.tsx';
import { Page } from './page.tsx';

interface ConfirmPageProps {
  readonly token: string;
  readonly view: DoubleOptInView;
  readonly language: Language;
}

/** The last step of a return: the declaration word for word, and one button. */
export function ConfirmPage({ token, view, language }: ConfirmPageProps) {
  const messages = MESSAGES[language];
  return (
    <Page language={language} title={messages.confirmTitle} sender={view}>
      <MaskedAddress address={view.maskedAddress} messages={messages} />
      <p>{messages.confirmIntro(view.scopeName, view.accountName)}</p>
      <blockquote>{view.declaration}</blockquote>
      <form method="post" action={`/o/${token}`}>
        <button {...BUTTONS.confirm} className="first">
          {messages.confirmButton}
        </button>
      </form>
      <p>{messages.notYou(formatInstant(view.expiresAt, language))}</p>
    </Page>
  );
}
