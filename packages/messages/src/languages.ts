import { type Language, LANGUAGES } from '@adieu/domain';

export const DEFAULT_LANGUAGE: Language = 'en';

/** Each in itself, so that whoever cannot read the page still finds their own. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  sv: 'Svenska',
  cs: 'Čeština',
  de: 'Deutsch',
  da: 'Dansk',
  en: 'English',
};

/** The language of a stored code; English where we do not speak it. */
export function languageOf(code: string | null): Language {
  return LANGUAGES.find((language) => language === code) ?? DEFAULT_LANGUAGE;
}
