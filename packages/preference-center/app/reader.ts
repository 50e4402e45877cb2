import type { Language } from '@adieu/domain';
import { readerLanguage } from './language.ts';
import { zoneOf } from './dates.ts';

/** Whom a page speaks to: in which language, and in which zone (IANA) it tells the time. */
export interface Reader {
  readonly language: Language;
  readonly timeZone: string;
}

interface Known {
  readonly language: string | null;
  /** His own, where somebody recorded it. */
  readonly timeZone?: string | null;
  readonly accountTimeZone: string | null;
}

/** His own zone first; then where his language is at home; English is everywhere, so then the sender's. */
export function readerOf(known: Known, request: Request): Reader {
  const language = readerLanguage(known.language, request);
  return {
    language,
    timeZone: known.timeZone ?? zoneOf(language) ?? known.accountTimeZone ?? 'UTC',
  };
}
