import type { Language } from '@adieu/domain';

/**
 * Where a language's readers live. Nobody's own zone is known without a script, so the zone is always written beside
 * the time.
 */
const ZONES: Record<Language, { locale: string; timeZone: string }> = {
  sv: { locale: 'sv-SE', timeZone: 'Europe/Stockholm' },
  cs: { locale: 'cs-CZ', timeZone: 'Europe/Prague' },
  de: { locale: 'de-DE', timeZone: 'Europe/Berlin' },
  da: { locale: 'da-DK', timeZone: 'Europe/Copenhagen' },
  en: { locale: 'en-GB', timeZone: 'UTC' },
};

/** `2026-11-24T10:32:00Z` in Swedish: `24 november 2026 kl. 11:32 CET`. */
export function formatInstant(instant: string, language: Language): string {
  const { locale, timeZone } = ZONES[language];
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(instant));
}
