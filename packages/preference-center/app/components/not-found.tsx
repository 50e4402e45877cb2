import type { Language } from '@adieu/domain';
import { MESSAGES } from '../messages/index.ts';
import { Page } from './page.tsx';

export function NotFound({ language }: { language: Language }) {
  const messages = MESSAGES[language];
  return (
    <Page language={language} title={messages.notFound}>
      <p>{messages.notFoundNote}</p>
      <p>{messages.notFoundUnchanged}</p>
    </Page>
  );
}
