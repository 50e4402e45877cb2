import type { Language } from '@adieu/domain';

/** How each language writes times and numbers. */
export const LOCALES: Readonly<Record<Language, string>> = {
  sv: 'sv-SE',
  cs: 'cs-CZ',
  de: 'de-DE',
  da: 'da-DK',
  en: 'en-GB',
};
