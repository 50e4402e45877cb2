import type { Language } from '@adieu/domain';

/** Where a reader of the language most likely lives; the zone is always written out. */
const ZONES: Readonly<Record<Language, string>> = {
  sv: 'Europe/Stockholm',
  da: 'Europe/Copenhagen',
  de: 'Europe/Berlin',
  cs: 'Europe/Prague',
  en: 'UTC',
};

const LOCALES: Readonly<Record<Language, string>> = {
  sv: 'sv-SE',
  da: 'da-DK',
  de: 'de-DE',
  cs: 'cs-CZ',
  en: 'en-GB',
};

/** Date and time with zone, as the language writes them. */
export function formatInstant(language: Language, instant: Date): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: ZONES[language],
    timeZoneName: 'short',
  }).format(instant);
}
