import type { Language } from '@adieu/domain';
import { LANGUAGE_NAMES, PAGE_MESSAGES } from '@adieu/messages';
import type { SignUpFormView } from '../api/operations.ts';
import { HONEYPOT, type SignUpError } from './read-sign-up.ts';
import { BrandText } from '../brand/brand-text.tsx';
import { Page } from '../page/page.tsx';

interface SignUpPageProps {
  readonly id: string;
  readonly view: SignUpFormView;
  readonly language: Language;
  /** What was posted and cannot be taken. */
  readonly posted: { readonly error: SignUpError; readonly address: string } | null;
}

/** One field, the text to agree to, one button. It only starts a double opt-in, and says so (D-1, D-2). */
export function SignUpPage({ id, view, language, posted }: SignUpPageProps) {
  const messages = PAGE_MESSAGES[language];
  const isWrong = posted?.error === 'address';
  return (
    <Page language={language} title={view.title} sender={view}>
      <BrandText brand={view.brand} which="intro" language={language} />
      {posted?.error === 'outdated' && <p role="alert">{messages.signUpOutdated}</p>}
      <form method="post" action={`/f/${id}`} noValidate>
        <input type="hidden" name="language" value={language} />
        <input type="hidden" name="shown" value={view.shown} />
        <div className="field">
          <label htmlFor="address">{messages.yourAddress}</label>
          <input
            id="address"
            name="address"
            type="email"
            autoComplete="email"
            required
            defaultValue={posted?.address}
            autoFocus={isWrong}
            aria-invalid={isWrong || undefined}
            {...(isWrong && { 'aria-describedby': 'address-error' })}
          />
          {isWrong && (
            <p className="error" id="address-error" role="alert">
              {messages.notAnAddress}
            </p>
          )}
        </div>
        <div className="hidden" aria-hidden="true">
          <input
            name={HONEYPOT}
            tabIndex={-1}
            autoComplete="off"
            aria-label={messages.leaveEmpty}
          />
        </div>
        <blockquote>{view.declaration}</blockquote>
        <button className="first">{messages.signUpButton}</button>
        <p className="note">{messages.signUpNote}</p>
      </form>
      <Languages {...{ id, view, language }} />
    </Page>
  );
}

/** The other languages of the form, each by a link: what was typed is little, and nothing else can be lost. */
function Languages({ id, view, language }: Omit<SignUpPageProps, 'posted'>) {
  const others = (Object.keys(LANGUAGE_NAMES) as Language[]).filter(
    (other) => other !== language && view.languages.includes(other),
  );
  if (others.length === 0) return null;
  return (
    <nav aria-label={PAGE_MESSAGES[language].language}>
      {others.map((other) => (
        <a key={other} href={`/f/${id}?lang=${other}`} lang={other} hrefLang={other}>
          {LANGUAGE_NAMES[other]}
        </a>
      ))}
    </nav>
  );
}
