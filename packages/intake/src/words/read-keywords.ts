import {
  KEYWORD_SETS,
  type Keyword,
  type KeywordSetKey,
  normalForm,
  type WordReading,
} from '@adieu/domain';
import { findBeside } from './find-beside.ts';
import { readNearly } from './read-nearly.ts';

interface KeywordReading extends WordReading {
  readonly keyword: string;
  readonly codeword: string | null;
  readonly why: readonly string[];
}

/** Each set by the normal form of its words. */
const BY_FORM = new Map(
  Object.entries(KEYWORD_SETS).map(([key, { words }]) => [
    key,
    new Map(words.map((each: Keyword) => [normalForm(each.word), each])),
  ]),
);

/** All keywords that a text may be read as: whole, beside a codeword, nearly whole, or STOP and its like among other words. */
export function readKeywords(
  text: string,
  by: {
    readonly sets: readonly KeywordSetKey[];
    /** Sets of which words that leave count alone. */
    readonly leavingToo: readonly KeywordSetKey[];
    readonly codewords: readonly string[];
    readonly isShortCode: boolean;
  },
): KeywordReading[] {
  const form = normalForm(text);
  if (form === '') return [];
  const find = (said: string): Keyword | undefined => {
    for (const key of by.sets) {
      const found = BY_FORM.get(key)?.get(said);
      if (found !== undefined) return found;
    }
    for (const key of by.leavingToo) {
      const found = BY_FORM.get(key)?.get(said);
      if (found?.means === 'OPT_OUT') return found;
    }
    return undefined;
  };
  const whole = find(onceOf(form));
  if (whole !== undefined) return [reading(whole, 'ALONE', null)];
  for (const codeword of by.codewords) {
    const rest = withoutCodeword(form, normalForm(codeword));
    const found = rest === null ? undefined : find(onceOf(rest));
    if (found !== undefined) return [reading(found, 'WITH_CODEWORD', codeword)];
  }
  const among = AMONG.find(([, word]) => ` ${form} `.includes(` ${word} `));
  const nearly = readNearly(text, form, find);
  const beside = by.isShortCode ? findBeside(form, by.codewords, find) : null;
  return [
    ...(among === undefined ? [] : [reading(among[0], 'AMONG_OTHERS', null)]),
    ...(beside === null ? [] : [reading(beside.keyword, 'BESIDE_A_WORD', beside.codeword)]),
    ...(nearly === null ? [] : [reading(nearly, 'NEARLY', null)]),
  ];
}

/** The words that can hardly be meant otherwise; END and CANCEL stand in many a sentence. */
const AMONG: readonly (readonly [Keyword, string])[] = [...BY_FORM.get('ANY')!]
  .filter(([, { means }]) => means === 'OPT_OUT')
  .map(([form, keyword]) => [keyword, form] as const)
  .toSorted(([, a], [, b]) => b.length - a.length);

function reading(
  keyword: Keyword,
  stands: KeywordReading['stands'],
  codeword: string | null,
): KeywordReading {
  const { word, means } = keyword;
  return { means, stands, keyword: word, codeword, why: [word] };
}

function withoutCodeword(form: string, codeword: string): string | null {
  if (codeword === '') return null;
  if (form.startsWith(`${codeword} `)) return form.slice(codeword.length + 1);
  return form.endsWith(` ${codeword}`) ? form.slice(0, -codeword.length - 1) : null;
}

/** `stop` of `stop stop stop`, and of `s t o p`: who shouts means the word no less. */
function onceOf(form: string): string {
  const words = form.split(' ');
  if (words.length > 1 && words.every((word) => word.length === 1)) return words.join('');
  for (const size of [1, 2]) {
    const first = words.slice(0, size);
    if (
      words.length > size &&
      words.length % size === 0 &&
      words.every((w, i) => w === first[i % size])
    )
      return first.join(' ');
  }
  return form;
}
