import { isTimeZone, type Language } from '@adieu/domain';

/** Whom a text speaks to: in which language, and in which zone (IANA) it tells the time. */
export interface Reader {
  readonly language: Language;
  readonly timeZone: string;
}

/** Where a language's readers live; null for English, which tells nothing. */
const ZONES: Readonly<Record<Language, string | null>> = {
  sv: 'Europe/Stockholm',
  cs: 'Europe/Prague',
  de: 'Europe/Berlin',
  da: 'Europe/Copenhagen',
  en: null,
};

/**
 * The zone in which somebody is told the time, on pages and in mails alike: their own where it is known; then where their language
 * is at home; English is everywhere, so then the sender's. A name that is no zone counts as none: contacts' fields are not checked.
 */
export function readerOf(
  language: Language,
  zones: { readonly own?: string | null | undefined; readonly sender: string | null },
): Reader {
  const guesses = [zones.own, ZONES[language], zones.sender];
  return { language, timeZone: guesses.find((zone) => zone != null && isTimeZone(zone)) ?? 'UTC' };
}
