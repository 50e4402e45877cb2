import { type Language, LANGUAGES } from '@adieu/domain';

/** The language of a stored code; English where we do not speak it. */
export function languageOf(code: string | null): Language {
  return LANGUAGES.find((language) => language === code) ?? 'en';
}
