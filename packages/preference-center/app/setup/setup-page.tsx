import { BOOK_RULE_NAMES, type BeginningField, type Language, LANGUAGES } from '@adieu/domain';
import { LANGUAGE_NAMES, SETUP_MESSAGES } from '@adieu/messages';
import { Page } from '../page/page.tsx';
import type { SetupPost } from './read-setup.ts';
import { SetupField, type SetupFieldProps } from './setup-field.tsx';

interface SetupPageProps {
  readonly token: string;
  readonly language: Language;
  /** What was posted and can not be taken, and which field is wrong. */
  readonly posted: { readonly post: SetupPost; readonly wrong: BeginningField | null } | null;
}

/** All that a first campaign needs, in one form. */
export function SetupPage({ token, language, posted }: SetupPageProps) {
  const words = SETUP_MESSAGES[language];
  const field = (name: BeginningField, more: Partial<SetupFieldProps> = {}) => (
    <SetupField
      {...{ name, words }}
      value={posted?.post[name] ?? ''}
      isWrong={posted?.wrong === name}
      {...more}
    />
  );
  const rule = posted?.post.rule || 'MARKETING';
  return (
    <Page language={language} title={words.title} forReview>
      <p>{words.intro}</p>
      <form method="post" action={`/setup/${token}?lang=${language}`} noValidate>
        {field('organisation', { required: true })}
        {field('account')}
        {field('country')}
        {field('timeZone')}
        <div className="field">
          <label htmlFor="language">{words.fields.language}</label>
          <select id="language" name="language" defaultValue={posted?.post.language || language}>
            {LANGUAGES.map((code) => (
              <option key={code} value={code} lang={code}>
                {LANGUAGE_NAMES[code]}
              </option>
            ))}
          </select>
        </div>
        {field('senderName')}
        {field('senderAddress', { required: true, type: 'email' })}
        {field('book', { value: posted?.post.book || words.firstBook })}
        <fieldset>
          <legend>{words.fields.rule}</legend>
          {BOOK_RULE_NAMES.map((name) => (
            <label key={name}>
              <input type="radio" name="rule" value={name} defaultChecked={rule === name} />
              <span>{words.rules[name]}</span>
            </label>
          ))}
        </fieldset>
        {field('memberName', { required: true })}
        {field('memberAddress', { required: true, type: 'email' })}
        <fieldset>
          <label>
            <input type="checkbox" name="key" defaultChecked={posted?.post.key ?? true} />
            <span>{words.key}</span>
          </label>
        </fieldset>
        <button className="first">{words.button}</button>
      </form>
      <nav>
        {LANGUAGES.filter((other) => other !== language).map((other) => (
          <a key={other} href={`/setup/${token}?lang=${other}`} lang={other} hrefLang={other}>
            {LANGUAGE_NAMES[other]}
          </a>
        ))}
      </nav>
    </Page>
  );
}
