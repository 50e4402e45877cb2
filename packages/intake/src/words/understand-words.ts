import {
  judgeWords,
  type KeywordMeaning,
  type Language,
  type WordAct,
  type WordReading,
  wordRules,
} from '@adieu/domain';
import { findWish } from './find-wish.ts';
import { readKeywords } from './read-keywords.ts';

export interface WordContext {
  /** Of the number that wrote (ISO 3166), or of the account where an address did; null where it cannot be told. */
  readonly country: string | null;
  /** Of the accounts that an SMS may have been meant for: what leaves by their law leaves too. */
  readonly accountCountries: readonly string[];
  /** That the person is written to in; their keywords count beside the country's. */
  readonly languages: readonly Language[];
  /** Of the short code that was written to. */
  readonly codewords: readonly string[];
  /** Whether one was written to: there a word beside STOP may be a codeword, mistyped or another's. */
  readonly isShortCode: boolean;
  /** Whether a prompt waits for this person's second word (SM-6). */
  readonly promptIsOpen: boolean;
  readonly at: Date;
}

/** What a person's own words ask for. */
export interface Understood {
  readonly act: WordAct;
  /** As our table writes it; null where words of the person's own decided. */
  readonly keyword: string | null;
  readonly codeword: string | null;
  /** What the act rests on, for people: words of the text and the rule that they fit. */
  readonly why: readonly string[];
}

/** Reads an answer, of an SMS or of a mail, by the table of the domain. Asks nobody else, and takes bounded time for any text. */
export function understandWords(text: string, context: WordContext): Understood {
  const rules = wordRules(context.country, context.accountCountries, context.at);
  const read = readKeywords(text, {
    sets: [...rules.keywords, ...context.languages],
    leavingToo: rules.leavingToo,
    codewords: context.codewords,
    isShortCode: context.isShortCode,
  });
  const wish = read.some(isWholeWish) ? null : findWish(text);
  const readings: Reading[] = [
    // What they said in words of their own tells more than the keyword that one of these resembles.
    ...read.filter(({ stands }) => wish === null || stands !== 'NEARLY'),
    ...(wish === null ? [] : [{ ...OWN_WORDS, why: wish.why }]),
  ];
  const { act, by } = judgeWords(readings, {
    anyReplyCounts: rules.anyReplyCounts,
    promptIsOpen: context.promptIsOpen,
  });
  return {
    act,
    keyword: by?.keyword ?? null,
    codeword: by?.codeword ?? null,
    why: by?.why ?? [],
  };
}

interface Reading extends WordReading {
  readonly keyword: string | null;
  readonly codeword: string | null;
  readonly why: readonly string[];
}

const OWN_WORDS = {
  means: 'OPT_OUT' satisfies KeywordMeaning,
  stands: 'IN_OWN_WORDS',
  keyword: null,
  codeword: null,
} as const;

const isWholeWish = ({ means, stands }: WordReading): boolean =>
  means === 'OPT_OUT' && (stands === 'ALONE' || stands === 'WITH_CODEWORD');
