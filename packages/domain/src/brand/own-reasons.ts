import { type Language, LANGUAGES } from '../enums/channels.ts';
import { findGuilt } from './guilt.ts';
import { refuseText } from './plain-text.ts';

/** One entry of an account's own list of reasons (F4): a key that reports count by, and its words by language. */
export interface ReasonTexts {
  readonly key: string;
  readonly texts: Readonly<Partial<Record<Language, string>>>;
}

/** More than that nobody reads on a phone. */
export const MOST_OWN_REASONS = 12;
/** Characters. */
export const LONGEST_REASON_TEXT = 100;

export type ReasonsRefusal =
  | { readonly refused: 'too-many-reasons' | 'key-twice' }
  | { readonly refused: 'not-a-key' | 'not-plain' | 'languages-differ'; readonly key: string }
  | { readonly refused: 'guilt-tripping'; readonly key: string; readonly word: string };

/** Null where a list may stand. Every reason is there in the same languages, so that a reader never meets a mixture. */
export function refuseReasons(reasons: readonly ReasonTexts[]): ReasonsRefusal | null {
  if (reasons.length > MOST_OWN_REASONS) return { refused: 'too-many-reasons' };
  if (new Set(reasons.map(({ key }) => key)).size < reasons.length) return { refused: 'key-twice' };
  const languages = LANGUAGES.filter((language) => reasons[0]?.texts[language] !== undefined);
  for (const { key, texts } of reasons) {
    if (!/^[A-Z][A-Z0-9_]{0,39}$/.test(key)) return { refused: 'not-a-key', key };
    const own = LANGUAGES.filter((language) => texts[language] !== undefined);
    if (own.length === 0 || own.join() !== languages.join())
      return { refused: 'languages-differ', key };
    for (const language of own) {
      const text = texts[language] ?? '';
      if (refuseText(text, LONGEST_REASON_TEXT) !== null) return { refused: 'not-plain', key };
      const word = findGuilt(text, language);
      if (word !== null) return { refused: 'guilt-tripping', key, word };
    }
  }
  return null;
}

/** The words of a reason for a reader of `language`: their own, else English, else what there is; null where there are none. */
export function wordsFor(
  texts: ReasonTexts['texts'],
  language: string | null,
): { readonly language: Language; readonly text: string } | null {
  const found = [language, 'en', ...LANGUAGES]
    .map((code) => LANGUAGES.find((each) => each === code && texts[each] !== undefined))
    .find((each) => each !== undefined);
  return found === undefined ? null : { language: found, text: texts[found]! };
}
