import type { Language } from '@adieu/domain';
import { PAGE_MESSAGES } from '@adieu/messages';
import { Page } from '../page/page.tsx';
import type { Opened } from './page-error.ts';

/** Where to turn depends on what was opened: only who had a message can look for its link there. */
export function NotFound({
  language,
  opened = 'message',
}: {
  language: Language;
  opened?: Opened;
}) {
  const messages = PAGE_MESSAGES[language];
  const notes = {
    message: messages.notFoundNote,
    asked: messages.linkGoneNote,
    form: messages.formGoneNote,
  };
  return (
    <Page language={language} title={messages.notFound}>
      <p>{notes[opened]}</p>
      <p>{messages.notFoundUnchanged}</p>
    </Page>
  );
}
