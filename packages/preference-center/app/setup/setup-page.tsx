import {
  BOOK_RULE_NAMES,
  type BeginningField,
  type Language,
  LANGUAGES,
  zoneOfCountry,
} from '@adieu/domain';
import { LANGUAGE_NAMES, SETUP_MESSAGES } from '@adieu/messages';
import { Page } from '../page/page.tsx';
import type { SetupPost } from './read-setup.ts';
import { SetupField, type SetupFieldProps } from './setup-field.tsx';
import { CountryOptions, LanguageOptions, ZoneOptions } from './setup-options.tsx';

interface SetupPageProps {
  readonly token: string;
  readonly language: Language;
  /** Chosen already where nothing was posted. */
  readonly country: string;
  /** What was posted and can not be taken, and which fields are wrong. */
  readonly posted: { readonly post: SetupPost; readonly wrong: readonly BeginningField[] } | null;
}

/** All that a first campaign needs, in one form. */
export function SetupPage({ token, language, country, posted }: SetupPageProps) {
  const words = SETUP_MESSAGES[language];
  const post = posted?.post;
  const wrong = posted?.wrong ?? [];
  const where = post?.country ?? country;
  const field = (name: BeginningField, more: Partial<SetupFieldProps> = {}) => (
    <SetupField {...{ name, words, wrong }} value={post?.[name] ?? ''} {...more} />
  );
  const rule = post?.rule || 'MARKETING';
  return (
    <Page language={language} title={words.title} forReview>
      {posted === null ? (
        <p>{words.intro}</p>
      ) : (
        <p className="error" role="alert">
          {words.nothingMade}
        </p>
      )}
      <form method="post" action={`/setup/${token}?lang=${language}`} noValidate>
        {field('organisation')}
        {field('account')}
        {field('country', { value: where, options: <CountryOptions {...{ language, words }} /> })}
        {field('timeZone', {
          options: <ZoneOptions words={words} country={where} />,
          isNeeded: where !== '' && zoneOfCountry(where) === null,
        })}
        {field('language', { value: post?.language || language, options: <LanguageOptions /> })}
        {field('senderName')}
        {field('senderAddress', { type: 'email' })}
        {field('book', { value: post?.book || words.firstBook })}
        <fieldset>
          <legend>{words.fields.rule}</legend>
          {BOOK_RULE_NAMES.map((name) => (
            <label key={name}>
              <input type="radio" name="rule" value={name} defaultChecked={rule === name} />
              <span>{words.rules[name]}</span>
            </label>
          ))}
        </fieldset>
        {field('memberName')}
        {field('memberAddress', { type: 'email' })}
        <fieldset>
          <legend>{words.keys}</legend>
          <label>
            <input type="checkbox" name="key" defaultChecked={post?.key ?? true} />
            <span>{words.key}</span>
          </label>
          <label>
            <input type="checkbox" name="adminKey" defaultChecked={post?.adminKey ?? false} />
            <span>{words.adminKey}</span>
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
