import type { Language } from '@adieu/domain';
import type { Reader } from './reader.ts';

const LOCALES: Record<Language, string> = {
  sv: 'sv-SE',
  cs: 'cs-CZ',
  de: 'de-DE',
  da: 'da-DK',
  en: 'en-GB',
};

/** Where a language's readers live (IANA); null for English, which tells nothing. */
const ZONES: Record<Language, string | null> = {
  sv: 'Europe/Stockholm',
  cs: 'Europe/Prague',
  de: 'Europe/Berlin',
  da: 'Europe/Copenhagen',
  en: null,
};

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Kept: making one takes longer than all else on the page, and there are as many as languages and forms of a date. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}

/** `2026-11-24T10:32:00Z` in Swedish: `24 november 2026 kl. 11:32 CET`; the zone stands beside it, for it is a guess. */
export function formatInstant(instant: string, { language, timeZone }: Reader): string {
  return formatter(LOCALES[language], {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(instant));
}

/** `2026-11-24T10:32:00Z` in Swedish: `24 nov. 11:32 CET`; for lists of what happens in these days. */
export function formatBrief(instant: string, language: Language): string {
  return formatter(LOCALES[language], {
    timeZone: ZONES[language] ?? 'UTC',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(instant));
}

/** As formatBrief, without the zone: for a figure's axis. */
export function formatHour(instant: string, language: Language): string {
  return formatter(LOCALES[language], {
    timeZone: ZONES[language] ?? 'UTC',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant));
}

/** `2026-11-24T10:32:15Z` in Swedish: `11:32:15 CET`; for what happens in these seconds. */
export function formatTime(instant: string, language: Language): string {
  return formatter(LOCALES[language], {
    timeZone: ZONES[language] ?? 'UTC',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(instant));
}

/** A day (`2026-11-24`) as a figure's axis shows it: `24 nov.` */
export function formatDay(day: string, language: Language): string {
  return formatter(LOCALES[language], {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
  }).format(new Date(day));
}

/** A span of time in its largest fitting unit: 5_400 is `1.5 hours`. */
export function formatSpan(seconds: number, language: Language): string {
  const [unit, size] =
    seconds >= 86_400
      ? (['day', 86_400] as const)
      : seconds >= 3_600
        ? (['hour', 3_600] as const)
        : seconds >= 60
          ? (['minute', 60] as const)
          : (['second', 1] as const);
  return new Intl.NumberFormat(LOCALES[language], {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  }).format(seconds / size);
}

/** Where a language's readers live (IANA); null where it tells nothing. */
export function zoneOf(language: Language): string | null {
  return ZONES[language];
}

/** The day of an instant in a zone, as a date field takes it: `2026-11-24`. */
export function dayOf(instant: Date, timeZone: string): string {
  return formatter('sv-SE', { timeZone, dateStyle: 'short' }).format(instant);
}

/** When a day (`2026-11-24`) begins in a zone; null where it is none. */
export function startOfDay(day: string, timeZone: string): Date | null {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(midnight)) return null;
  // The offset at the guess may be another than at the answer, where clocks change in between: so twice.
  let instant = midnight;
  for (let i = 0; i < 2; i++) instant = midnight - offsetAt(instant, timeZone);
  return new Date(instant);
}

/** How far a zone's clocks are ahead of UTC, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const local = formatter('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant);
  return Date.parse(`${local.replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000;
}
