import type { Language } from '@adieu/domain';
import { PAGE_MESSAGES } from '@adieu/messages';
import type { SignUpFormView } from '../api/operations.ts';
import { Page } from '../page/page.tsx';

interface SignUpAskedPageProps {
  readonly view: SignUpFormView;
  readonly language: Language;
}

/** After the post: the same for everybody, because it must not tell who is known here (D-6). */
export function SignUpAskedPage({ view, language }: SignUpAskedPageProps) {
  const messages = PAGE_MESSAGES[language];
  return (
    <Page language={language} title={messages.returnAsked} sender={view} focusHeading>
      <p>{messages.signUpAskedNote}</p>
      <p>{messages.returnNotThere}</p>
    </Page>
  );
}
