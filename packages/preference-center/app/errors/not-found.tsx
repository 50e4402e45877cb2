import type { Language } from '@adieu/domain';
import { PAGE_MESSAGES } from '@adieu/messages';
import { Page } from '../page/page.tsx';

interface NotFoundProps {
  readonly language: Language;
  /** The link of a confirmation mail: who has it may never have had another message. */
  readonly isConfirmation?: boolean;
}

export function NotFound({ language, isConfirmation = false }: NotFoundProps) {
  const messages = PAGE_MESSAGES[language];
  return (
    <Page language={language} title={messages.notFound}>
      <p>{isConfirmation ? messages.linkGoneNote : messages.notFoundNote}</p>
      <p>{messages.notFoundUnchanged}</p>
    </Page>
  );
}
