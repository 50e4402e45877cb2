import type { Language } from '@adieu/domain';
import { PAGE_MESSAGES } from '@adieu/messages';
import { Page } from '../page/page.tsx';

export function NotFound({ language }: { language: Language }) {
  const messages = PAGE_MESSAGES[language];
  return (
    <Page language={language} title={messages.notFound}>
      <p>{messages.notFoundNote}</p>
      <p>{messages.notFoundUnchanged}</p>
    </Page>
  );
}
