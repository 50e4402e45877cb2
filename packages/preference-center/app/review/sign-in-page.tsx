import type { Language } from '@adieu/domain';
import { PAGE_MESSAGES, REVIEW_MESSAGES } from '@adieu/messages';
import { Page } from '../page/page.tsx';

interface SignInFormProps {
  readonly language: Language;
  /** What was typed that is no address. */
  readonly wrong?: string | null;
}

/** One field, and a mail. */
function SignInForm({ language, wrong = null }: SignInFormProps) {
  const messages = PAGE_MESSAGES[language];
  const isWrong = wrong !== null;
  return (
    <form method="post" action="/review" noValidate>
      <div className="field">
        <label htmlFor="email">{messages.yourAddress}</label>
        <input
          id="email"
          name="email"
          type="email"
          autoComplete="email"
          required
          defaultValue={wrong ?? undefined}
          autoFocus={isWrong}
          aria-invalid={isWrong || undefined}
          {...(isWrong && { 'aria-describedby': 'email-error' })}
        />
        {isWrong && (
          <p className="error" id="email-error" role="alert">
            {messages.notAnAddress}
          </p>
        )}
      </div>
      <button className="first">{REVIEW_MESSAGES[language].sendLink}</button>
    </form>
  );
}

/** The way in for those who decide. */
export function SignInPage({ language, wrong = null }: SignInFormProps) {
  const messages = REVIEW_MESSAGES[language];
  return (
    <Page language={language} title={messages.signIn} forReview>
      <p>{messages.signInNote}</p>
      <SignInForm language={language} wrong={wrong} />
    </Page>
  );
}

/** The same for everybody, whoever decides. */
export function AskedPage({ language }: { language: Language }) {
  const messages = PAGE_MESSAGES[language];
  return (
    <Page language={language} title={messages.returnAsked} focusHeading forReview>
      <p>{REVIEW_MESSAGES[language].askedNote}</p>
      <p>{messages.returnNotThere}</p>
    </Page>
  );
}

export function SignedOutPage({ language }: { language: Language }) {
  const messages = REVIEW_MESSAGES[language];
  return (
    <Page language={language} title={messages.signedOut} focusHeading forReview>
      <p>{messages.signedOutNote}</p>
      <SignInForm language={language} />
    </Page>
  );
}

/** For links that have ended, were never there, or whose person decides no more: all alike (O-9). */
export function EndedPage({ language }: { language: Language }) {
  return (
    <Page language={language} title={PAGE_MESSAGES[language].expired} forReview>
      <p>{REVIEW_MESSAGES[language].endedNote}</p>
      <SignInForm language={language} />
    </Page>
  );
}
