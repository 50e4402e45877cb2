import type { Language } from '../enums/channels.ts';

/** Words that make a person feel bad for leaving (C9, P-11), by language. One list for the pages' catalogs and for what accounts write. */
const WORDS: Readonly<Record<Language, string>> = {
  en: 'sorry|sad|miss you|miss out|regret|unfortunately|sure you',
  sv: 'ledsen|ledsna|tråkigt|sakna|missa|tyvärr|säker på',
  de: 'schade|traurig|vermissen|verpassen|leider|bedauern|wirklich',
  da: 'ked af|trist|savner?|går glip|desværre|sikker på',
  cs: 'mrzí|škoda|smutn\\p{L}*|chybět|přijdete o|bohužel|opravdu',
};

// \b knows only the letters of English: it sees no end after `på`.
const GUILT = Object.fromEntries(
  Object.entries(WORDS).map(([language, words]) => [
    language,
    new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu'),
  ]),
) as Readonly<Record<Language, RegExp>>;

/** The first such word of a text; null where there is none. */
export function findGuilt(text: string, language: Language): string | null {
  return GUILT[language].exec(text)?.[0] ?? null;
}
