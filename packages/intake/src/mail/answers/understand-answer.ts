import { LANGUAGES, type WordAct } from '@adieu/domain';
import { type Understood, understandWords } from '../../words/understand-words.ts';
import type { OwnWords } from '../read/mail-read.ts';
import { isBareSignature } from './cut-signature.ts';

/** Asks somebody to stop, or to go on, by a word that means nothing else. */
const KEYWORD_ACTS: readonly WordAct[] = ['OPT_OUT', 'OPT_IN'];

const NOTHING: Understood = { act: 'NONE', keyword: null, codeword: null, why: [] };

/**
 * What an answer by mail asks for, in any of our languages: a keyword as its first own line and nothing else in that line (M-2), or a
 * wish in free words anywhere in it. Where no more was written than a greeting and a name, the
 * subject may be the keyword.
 */
export function understandAnswer(own: OwnWords | null, subject: string, at: Date): Understood {
  const text = own?.text.trim() ?? '';
  const inSubject = read(subject, at);
  const isKeyword = KEYWORD_ACTS.includes(inSubject.act);
  if (text === '') return isKeyword ? inSubject : NOTHING;
  const keyword = read(own!.firstLine, at);
  if (KEYWORD_ACTS.includes(keyword.act)) return keyword;
  const words = read(text, at);
  // A keyword among other lines is a word of a sentence.
  if (words.act === 'OPT_OUT') return { ...words, act: 'UNCLEAR_OPT_OUT' };
  if (words.act === 'UNCLEAR_OPT_OUT') return words;
  if (isKeyword && isBareSignature(text.split('\n'))) return inSubject;
  // Whoever made a keyword the subject meant something by it.
  return inSubject.act === 'OPT_OUT' ? { ...inSubject, act: 'UNCLEAR_OPT_OUT' } : NOTHING;
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
