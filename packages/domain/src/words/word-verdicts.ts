import type { KeywordMeaning } from '../regime/keywords.ts';

/** What an answer comes to. `UNCLEAR_OPT_OUT` pauses, and somebody looks at it. */
export const WORD_ACTS = [
  'OPT_OUT',
  'UNCLEAR_OPT_OUT',
  'OPT_IN',
  'CONFIRM',
  'HELP',
  'TEST',
  'NONE',
] as const;
export type WordAct = (typeof WORD_ACTS)[number];

/**
 * How a wish stands in a text: as the whole of it, with the codeword of a short code before or after, as a whole word that
 * cannot be taken for another's among others, to a short code beside a word or two that may be meant for a codeword, as good as
 * alone (above a signature, in letters that look alike), or in words of the person's own.
 */
export type WordStands =
  | 'ALONE'
  | 'WITH_CODEWORD'
  | 'AMONG_OTHERS'
  | 'BESIDE_A_WORD'
  | 'NEARLY'
  | 'IN_OWN_WORDS';

/** What must hold besides: that the number's country counts any reply (SM-3), that this number was asked (SM-6). */
type WordNeeds = 'ANY_REPLY_COUNTS' | 'PROMPT_OPEN';

interface WordVerdict {
  readonly means: KeywordMeaning;
  readonly stands: readonly WordStands[];
  readonly needs?: WordNeeds;
  readonly act: WordAct;
}

/** The first row that fits decides; where none does, nothing happens. A wish to leave stands before all others. */
export const WORD_VERDICTS: readonly WordVerdict[] = [
  { means: 'OPT_OUT', stands: ['ALONE', 'WITH_CODEWORD'], act: 'OPT_OUT' },
  { means: 'OPT_OUT', stands: ['AMONG_OTHERS'], needs: 'ANY_REPLY_COUNTS', act: 'OPT_OUT' },
  { means: 'OPT_OUT', stands: ['BESIDE_A_WORD', 'NEARLY', 'IN_OWN_WORDS'], act: 'UNCLEAR_OPT_OUT' },
  { means: 'OPT_IN', stands: ['ALONE', 'WITH_CODEWORD'], act: 'OPT_IN' },
  { means: 'CONFIRM', stands: ['ALONE'], needs: 'PROMPT_OPEN', act: 'CONFIRM' },
  { means: 'HELP', stands: ['ALONE', 'WITH_CODEWORD'], act: 'HELP' },
  { means: 'TEST', stands: ['ALONE', 'WITH_CODEWORD'], act: 'TEST' },
];

/** One reading of an answer. */
export interface WordReading {
  readonly means: KeywordMeaning;
  readonly stands: WordStands;
}

/** What an answer comes to that may be read in several ways; and the reading that decided, null for `NONE`. */
export function judgeWords<Reading extends WordReading>(
  readings: readonly Reading[],
  holds: { readonly anyReplyCounts: boolean; readonly promptIsOpen: boolean },
): { readonly act: WordAct; readonly by: Reading | null } {
  const given: Readonly<Record<WordNeeds, boolean>> = {
    ANY_REPLY_COUNTS: holds.anyReplyCounts,
    PROMPT_OPEN: holds.promptIsOpen,
  };
  for (const { means, stands, needs, act } of WORD_VERDICTS) {
    if (needs !== undefined && !given[needs]) continue;
    const by = readings.find((each) => each.means === means && stands.includes(each.stands));
    if (by !== undefined) return { act, by };
  }
  return { act: 'NONE', by: null };
}
