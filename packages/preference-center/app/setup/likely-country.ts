import { countries, type Language } from '@adieu/domain';

/**
 * The country that a browser's languages speak of, to be chosen already: `sv-FI` is Finland, plain Swedish is Sweden. Plain
 * English is of no country.
 */
export function likelyCountry(acceptLanguage: string | null, language: Language): string {
  const first = /^\s*[a-z]{2,3}-(?:[a-z]{4}-)?([a-z]{2})\b/i.exec(acceptLanguage ?? '')?.[1];
  const region =
    first?.toUpperCase() ?? (language === 'en' ? '' : new Intl.Locale(language).maximize().region);
  return countries().find((code) => code === region) ?? '';
}
