import { LOCALES } from './locales.ts';
import type { Language } from '@adieu/domain';
import type { Reader } from './reader.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Kept: making one takes longer than all else on a page, and there are as many as languages, zones and forms of a date. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}

const DAY = { day: 'numeric', month: 'short' } as const;
const HOUR = { hour: '2-digit', minute: '2-digit' } as const;
const ZONE = { timeZoneName: 'short' } as const;

/** What stands before the hour, where the short forms of a language leave it out and so run two numbers together. */
const BEFORE_HOUR: { readonly [language in Language]?: string } = { sv: 'kl.', da: 'kl.', cs: 'v' };

/** An American zone has no name in British English but `GMT-6`; in its own it has: `CST`. */
function zoneName(language: Language, timeZone: string, name: string, at: Date | string): string {
  if (language !== 'en' || !name.startsWith('GMT-')) return name;
  const parts = formatter('en-US', { timeZone, ...ZONE }).formatToParts(new Date(at));
  return parts.find(({ type }) => type === 'timeZoneName')!.value;
}

/** No line ends within a day and its month, between an hour and what belongs to it, or before a zone. */
function tell(
  { language, timeZone }: Reader,
  at: Date | string,
  options: Intl.DateTimeFormatOptions,
): string {
  const parts = formatter(LOCALES[language], { timeZone, ...options }).formatToParts(new Date(at));
  const told = parts.map(({ type, value }, i) => {
    const next = parts[i + 1]?.type;
    if (type === 'timeZoneName')
      return language === 'de' ? tied(`Uhr (${value})`) : zoneName(language, timeZone, value, at);
    if (type !== 'literal') return value;
    if (next === 'month' || next === 'timeZoneName') return tied(value);
    if (next !== 'hour') return value;
    const word = options.timeZoneName && !/\p{L}/u.test(value) ? BEFORE_HOUR[language] : undefined;
    const before = word === undefined ? value : value.replace(/,? $/, ` ${word} `);
    return before.replace(/(?<=[^\s,]) $/, NO_BREAK);
  });
  return told.join('');
}

const NO_BREAK = '\u00a0';
const tied = (text: string): string => text.replaceAll(' ', NO_BREAK);

/** `2026-11-24T10:32:00Z` to a Swede: `24 november 2026 kl. 11:32 CET`; the zone stands beside it, for it may be a guess. */
export function formatInstant(reader: Reader, at: Date | string): string {
  return tell(reader, at, { day: 'numeric', month: 'long', year: 'numeric', ...HOUR, ...ZONE });
}

/** `2026-11-24T23:32:00Z` to a Swede: `25 november 2026`; for what happened long ago, where the hour says nothing. */
export function formatLongDay(reader: Reader, at: Date | string): string {
  return tell(reader, at, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** When a pause ends: the day alone where that is the reader's midnight, which is how pauses are chosen; else as formatInstant. */
export function formatUntil(reader: Reader, at: Date | string): string {
  const clock = formatter('en-GB', { timeZone: reader.timeZone, ...HOUR, hourCycle: 'h23' });
  return clock.format(new Date(at)) === '00:00'
    ? formatLongDay(reader, at)
    : formatInstant(reader, at);
}

/** `2026-11-24T10:32:00Z` to a Swede: `24 nov. kl. 11:32 CET`; for lists of what happens in these days. */
export function formatBrief(reader: Reader, at: Date | string): string {
  return tell(reader, at, { ...DAY, ...HOUR, ...ZONE });
}

/** As short as can be, `24 nov. 11:32`: for a figure's axis. */
export function formatHour(reader: Reader, at: Date | string): string {
  return tell(reader, at, { ...DAY, ...HOUR });
}

/** A day (`2026-11-24`, or its midnight in UTC) as lists and axes show it: `24 nov.` */
export function formatDay(language: Language, day: Date | string): string {
  return tell({ language, timeZone: 'UTC' }, day, DAY);
}
