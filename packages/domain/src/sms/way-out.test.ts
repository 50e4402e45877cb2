import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../enums/channels.ts';
import { KEYWORD_SETS } from '../regime/keywords.ts';
import { CONFIRM_WORDS, smsWayOut, START_WORD, STOP_ALL_WORDS, STOP_WORDS } from './way-out.ts';

describe('what a recipient of an SMS does to leave (A2, A3, D2)', () => {
  it.each([
    ['NUMBER', '', 'sv', '72080', { by: 'ANSWER', words: 'STOPP' }],
    ['NUMBER', '', 'de', null, { by: 'ANSWER', words: 'STOP' }],
    ['TEXT', '', 'sv', '72080', { by: 'SHORT_CODE', words: 'STOPP', shortCode: '72080' }],
    ['TEXT', '', 'da', '1204', { by: 'SHORT_CODE', words: 'STOP', shortCode: '1204' }],
    ['TEXT', '', 'cs', null, { by: 'LINK' }],
    ['SHORT_CODE', '', 'sv', '72080', { by: 'ANSWER', words: 'STOPP' }],
    ['SHORT_CODE', 'ROSOR', 'sv', '72080', { by: 'ANSWER', words: 'ROSOR STOPP' }],
    ['SHORT_CODE', 'ROSES', 'en', null, { by: 'ANSWER', words: 'ROSES STOP' }],
  ] as const)(
    'a %s with keyword %j, in %s, beside %s',
    (kind, keyword, language, shortCode, wayOut) => {
      expect(smsWayOut({ kind, keyword }, { language, shortCode })).toEqual(wayOut);
    },
  );

  it('tells words that act in every country (SM-1)', () => {
    const anywhere = (means: string) =>
      KEYWORD_SETS.ANY.words.filter((each) => each.means === means).map(({ word }) => word);
    for (const language of LANGUAGES) expect(anywhere('OPT_OUT')).toContain(STOP_WORDS[language]);
    expect(anywhere('OPT_IN')).toContain(START_WORD);
  });

  it('asks for a second word that the reader’s language knows (SM-6)', () => {
    for (const language of LANGUAGES)
      expect(KEYWORD_SETS[language].words).toContainEqual(
        expect.objectContaining({ word: CONFIRM_WORDS[language], means: 'CONFIRM' }),
      );
  });
});

it.each(LANGUAGES)(
  'what a reader of %s is told to write is a keyword that leaves (SM-1)',
  (language) => {
    const words = [...KEYWORD_SETS.ANY.words, ...KEYWORD_SETS[language].words];
    for (const word of [STOP_WORDS[language], STOP_ALL_WORDS[language]])
      expect(words).toContainEqual({ word, means: 'OPT_OUT', basis: expect.anything() as unknown });
  },
);
