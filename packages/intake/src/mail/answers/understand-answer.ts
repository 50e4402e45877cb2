import { LANGUAGES, type WordAct } from '@adieu/domain';
import { type Understood, understandWords } from '../../words/understand-words.ts';
import type { OwnWords } from '../read/mail-read.ts';

/** Asks somebody to stop, or to go on, by a word that means nothing else. */
const KEYWORD_ACTS: readonly WordAct[] = ['OPT_OUT', 'OPT_IN'];

const NOTHING: Understood = { act: 'NONE', keyword: null, codeword: null, why: [] };

/**
 * What an answer by mail asks for, in any of our languages: a keyword as its first own line and nothing else in that line (M-2), or a
 * wish in free words anywhere in it. Where nothing was written, the subject may be the keyword.
 */
export function understandAnswer(own: OwnWords | null, subject: string, at: Date): Understood {
  const text = own?.text.trim() ?? '';
  const line = text === '' ? subject : own!.firstLine;
  const keyword = read(line, at);
  if (KEYWORD_ACTS.includes(keyword.act)) return keyword;
  if (text === '') return NOTHING;
  const words = read(text, at);
  // A keyword among other lines is a word of a sentence.
  if (words.act === 'OPT_OUT') return { ...words, act: 'UNCLEAR_OPT_OUT' };
  return words.act === 'UNCLEAR_OPT_OUT' ? words : NOTHING;
}

/** The laws that count any STOP in a text, and the words of short codes, are of SMS. */
function read(text: string, at: Date): Understood {
  return understandWords(text, {
    country: null,
    accountCountries: [],
    languages: LANGUAGES,
    codewords: [],
    isShortCode: false,
    promptIsOpen: false,
    at,
  });
}
