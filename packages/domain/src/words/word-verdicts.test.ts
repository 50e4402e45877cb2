import { describe, expect, it } from 'vitest';
import { KEYWORD_MEANINGS, KEYWORD_SETS, type KeywordMeaning } from '../regime/keywords.ts';
import { normalForm } from './normal-form.ts';
import { judgeWords, type WordAct, type WordStands } from './word-verdicts.ts';

const STANDS = [
  'ALONE',
  'WITH_CODEWORD',
  'AMONG_OTHERS',
  'BESIDE_A_WORD',
  'NEARLY',
  'IN_OWN_WORDS',
] as const satisfies readonly WordStands[];

/** Every pair that acts: with nothing given, where any reply counts, and with a prompt open. All others never act. */
const ACTS: readonly (readonly [KeywordMeaning, WordStands, WordAct, WordAct, WordAct])[] = [
  ['OPT_OUT', 'ALONE', 'OPT_OUT', 'OPT_OUT', 'OPT_OUT'],
  ['OPT_OUT', 'WITH_CODEWORD', 'OPT_OUT', 'OPT_OUT', 'OPT_OUT'],
  ['OPT_OUT', 'AMONG_OTHERS', 'NONE', 'OPT_OUT', 'NONE'],
  ['OPT_OUT', 'BESIDE_A_WORD', 'UNCLEAR_OPT_OUT', 'UNCLEAR_OPT_OUT', 'UNCLEAR_OPT_OUT'],
  ['OPT_OUT', 'NEARLY', 'UNCLEAR_OPT_OUT', 'UNCLEAR_OPT_OUT', 'UNCLEAR_OPT_OUT'],
  ['OPT_OUT', 'IN_OWN_WORDS', 'UNCLEAR_OPT_OUT', 'UNCLEAR_OPT_OUT', 'UNCLEAR_OPT_OUT'],
  ['OPT_IN', 'ALONE', 'OPT_IN', 'OPT_IN', 'OPT_IN'],
  ['OPT_IN', 'WITH_CODEWORD', 'OPT_IN', 'OPT_IN', 'OPT_IN'],
  ['CONFIRM', 'ALONE', 'NONE', 'NONE', 'CONFIRM'],
  ['HELP', 'ALONE', 'HELP', 'HELP', 'HELP'],
  ['HELP', 'WITH_CODEWORD', 'HELP', 'HELP', 'HELP'],
  ['TEST', 'ALONE', 'TEST', 'TEST', 'TEST'],
  ['TEST', 'WITH_CODEWORD', 'TEST', 'TEST', 'TEST'],
];

const pairs = KEYWORD_MEANINGS.flatMap((means) => STANDS.map((stands) => [means, stands] as const));

describe('what an answer comes to (SM-3, SM-6)', () => {
  it.each(pairs)('%s %s', (means, stands) => {
    const expected = ACTS.find(([m, s]) => m === means && s === stands)?.slice(2) ?? [
      'NONE',
      'NONE',
      'NONE',
    ];
    const acts = [
      { anyReplyCounts: false, promptIsOpen: false },
      { anyReplyCounts: true, promptIsOpen: false },
      { anyReplyCounts: false, promptIsOpen: true },
    ].map((holds) => judgeWords([{ means, stands }], holds).act);
    expect(acts).toEqual(expected);
  });

  it('lets a wish to leave stand before all else that the same text may say', () => {
    const readings = KEYWORD_MEANINGS.map((means) => ({ means, stands: 'ALONE' as const }));
    const holds = { anyReplyCounts: false, promptIsOpen: true };
    expect(judgeWords(readings.toReversed(), holds).by).toEqual({
      means: 'OPT_OUT',
      stands: 'ALONE',
    });
    const unclear = { means: 'OPT_OUT', stands: 'IN_OWN_WORDS' } as const;
    expect(judgeWords([...readings.slice(1), unclear], holds).act).toBe('UNCLEAR_OPT_OUT');
  });

  it('no word means two things in two countries or languages, so that it matters not which set is looked into first (SM-1)', () => {
    const all = Object.values(KEYWORD_SETS).flatMap(({ words }) => [...words]);
    for (const words of Map.groupBy(all, ({ word }) => normalForm(word)).values())
      expect(new Set(words.map(({ means }) => means)).size, words[0]!.word).toBe(1);
  });

  it('of no reading at all is nothing', () => {
    expect(judgeWords([], { anyReplyCounts: true, promptIsOpen: true })).toEqual({
      act: 'NONE',
      by: null,
    });
  });
});
