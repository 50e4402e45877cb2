import type { Language } from '@adieu/domain';
import { PAGE_MESSAGES } from '@adieu/messages';
import type { Retry } from './page-error.ts';
import { Page } from '../page/page.tsx';

/** Never claims what it cannot know: after a post without an answer it offers the same post again. */
export function Unavailable({ language, retry }: { language: Language; retry?: Retry }) {
  const messages = PAGE_MESSAGES[language];
  if (!retry) {
    return (
      <Page language={language} title={messages.unavailable}>
        <p>{messages.unavailableNote}</p>
      </Page>
    );
  }
  return (
    <Page language={language} title={messages.unsure} focusHeading>
      <p>{messages.unsureNote}</p>
      <form method="post" action={retry.action}>
        {retry.fields.map(([name, value], index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <button className="first">{messages.sendAgain}</button>
      </form>
    </Page>
  );
}
