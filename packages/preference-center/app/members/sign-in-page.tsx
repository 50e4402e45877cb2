import type { Language } from '@adieu/domain';
import { MEMBER_MESSAGES, type MemberMessages, PAGE_MESSAGES } from '@adieu/messages';
import { Page } from '../page/page.tsx';

interface SignInFormProps {
  readonly language: Language;
  /** What was typed that is no address. */
  readonly wrong?: string | null;
}

/** What became of a try with the provider, or with the form. */
export type SignInTrouble = 'unknown' | 'failed' | 'tooMany';

interface SignInPageProps extends SignInFormProps {
  /** Of the OpenID provider; null where there is none. */
  readonly provider?: string | null;
  readonly trouble?: SignInTrouble | null;
}

/** One field, and a mail. */
function SignInForm({ language, wrong = null }: SignInFormProps) {
  const messages = PAGE_MESSAGES[language];
  const isWrong = wrong !== null;
  return (
    <form method="post" action="/sign-in" noValidate>
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
      <button className="first">{MEMBER_MESSAGES[language].sendLink}</button>
    </form>
  );
}

/** The way in for members. */
export function SignInPage({
  language,
  wrong = null,
  provider = null,
  trouble = null,
}: SignInPageProps) {
  const messages = MEMBER_MESSAGES[language];
  return (
    <Page language={language} title={messages.signIn} forReview>
      {trouble !== null && (
        <p className="error" role="alert">
          {troubleText(trouble, provider, messages)}
        </p>
      )}
      {provider !== null && (
        <p>
          <a className="button" href="/sign-in/oidc">
            {messages.signInBy(provider)}
          </a>
        </p>
      )}
      <p>{messages.signInNote}</p>
      <SignInForm language={language} wrong={wrong} />
    </Page>
  );
}

function troubleText(
  trouble: SignInTrouble,
  provider: string | null,
  messages: MemberMessages,
): string {
  if (trouble === 'tooMany') return messages.tooMany;
  return trouble === 'unknown'
    ? messages.unknownTo(provider ?? 'OpenID')
    : messages.failedAt(provider ?? 'OpenID');
}

/** The same for everybody, member or not. */
export function AskedPage({ language }: { language: Language }) {
  const messages = PAGE_MESSAGES[language];
  return (
    <Page language={language} title={messages.returnAsked} focusHeading forReview>
      <p>{MEMBER_MESSAGES[language].askedNote}</p>
      <p>{messages.returnNotThere}</p>
    </Page>
  );
}

export function SignedOutPage({ language }: { language: Language }) {
  const messages = MEMBER_MESSAGES[language];
  return (
    <Page language={language} title={messages.signedOut} focusHeading forReview>
      <p>{messages.signedOutNote}</p>
      <SignInForm language={language} />
    </Page>
  );
}

/** For links that have ended, were never there, or whose member is none any more: all alike (O-9). */
export function EndedPage({ language }: { language: Language }) {
  return (
    <Page language={language} title={PAGE_MESSAGES[language].expired} forReview>
      <p>{MEMBER_MESSAGES[language].endedNote}</p>
      <SignInForm language={language} />
    </Page>
  );
}
