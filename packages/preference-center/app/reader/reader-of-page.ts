import { type Reader, readerOf } from '@adieu/messages';
import { readerLanguage } from './reader-language.ts';

interface Known {
  readonly language: string | null;
  /** Their own, where somebody recorded it. */
  readonly timeZone?: string | null;
  readonly accountTimeZone: string | null;
}

/** Whom a page speaks to, by what the API knows of them and what their browser asks for. */
export function readerOfPage(known: Known, request: Request): Reader {
  const language = readerLanguage(known.language, request);
  return readerOf(language, { own: known.timeZone, sender: known.accountTimeZone });
}
