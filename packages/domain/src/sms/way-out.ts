import type { Language } from '../enums/channels.ts';
import type { SmsSenderKind } from '../enums/senders.ts';

/** What an SMS is sent from, as far as it decides what its recipient does to leave. */
export interface SmsSenderParts {
  readonly kind: SmsSenderKind;
  /** The word by which a shared short code's answers are told apart; empty for none. */
  readonly keyword: string;
}

/** What a recipient does to leave (A3, D2): answers, writes to the installation's short code, or opens a short link. */
export type SmsWayOut =
  | { readonly by: 'ANSWER'; readonly words: string }
  | { readonly by: 'SHORT_CODE'; readonly words: string; readonly shortCode: string }
  | { readonly by: 'LINK' };

/** The word that is told to readers of a language; each is a keyword in every country. */
export const STOP_WORDS: Readonly<Record<Language, string>> = {
  sv: 'STOPP',
  da: 'STOP',
  de: 'STOP',
  cs: 'STOP',
  en: 'STOP',
};

/** The word that ends all that an account sends, by whatever channel (SM-13). */
export const STOP_ALL_WORDS: Readonly<Record<Language, string>> = {
  sv: 'STOPP ALLT',
  da: 'STOP ALT',
  de: 'STOP ALLES',
  cs: 'STOP ALL',
  en: 'STOP ALL',
};

/** The word to come back, in every language. */
export const START_WORD = 'START';

/** The second word of who comes back (SM-6). */
export const CONFIRM_WORDS: Readonly<Record<Language, string>> = {
  sv: 'JA',
  da: 'JA',
  de: 'JA',
  cs: 'ANO',
  en: 'YES',
};

/**
 * The way out that is added to a text where its author placed none (A2). `shortCode` is the installation's in the
 * number's country, null where it has none there.
 */
export function smsWayOut(
  { kind, keyword }: SmsSenderParts,
  { language, shortCode }: { readonly language: Language; readonly shortCode: string | null },
): SmsWayOut {
  const stop = STOP_WORDS[language];
  if (kind === 'NUMBER') return { by: 'ANSWER', words: stop };
  if (kind === 'SHORT_CODE')
    return { by: 'ANSWER', words: keyword === '' ? stop : `${keyword} ${stop}` };
  return shortCode === null ? { by: 'LINK' } : { by: 'SHORT_CODE', words: stop, shortCode };
}
