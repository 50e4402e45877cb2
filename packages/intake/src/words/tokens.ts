import { foldLetters } from '@adieu/domain';

/** A word of a text; `END` is the end of a sentence. */
export interface Token {
  /** Folded. */
  readonly word: string;
  /** As it was written. */
  readonly written: string;
  /** In capitals, in a text that has small letters too, or those of a script that has none. */
  readonly shouted: boolean;
}

export const END: Token = { word: '.', written: '', shouted: false };

/** A wish is said in the first of them, or not at all. */
const MOST = 300;

/** More than the folding looks at is not looked at here either. */
const LOOKED_AT = 4_000;

/** Words with what may stand in one, and what ends a sentence; a hostile word without end is cut. */
const PIECES = /[\p{L}\p{N}\p{M}\p{Cf}'’‘`´]{1,100}|[.!?;…。\n\r\u2028\u2029]+/gu;

/** The words of a text, folded, and the ends of its sentences; the last token is an end. */
export function tokensOf(text: string): Token[] {
  const seen = text.slice(0, LOOKED_AT);
  const hasSmall = /[\p{Ll}\p{Lo}]/u.test(seen);
  const tokens: Token[] = [];
  for (const [written] of seen.matchAll(PIECES)) {
    if (tokens.length >= MOST) break;
    if (/^[.!?;…。\n\r\u2028\u2029]/.test(written)) {
      if (tokens.length > 0 && tokens.at(-1) !== END) tokens.push(END);
      continue;
    }
    const shouted = hasSmall && /^\p{Lu}{4,}$/u.test(written);
    // A compatibility form may be several words.
    for (const [word] of foldWord(written).matchAll(/[\p{L}\p{N}]+/gu)) {
      if (tokens.length >= MOST) break;
      tokens.push({ word, written, shouted });
    }
  }
  if (tokens.at(-1) !== END) tokens.push(END);
  return tokens;
}

/** Don’t and dont are one word; stoooop and stop too. */
function foldWord(written: string): string {
  return foldLetters(written)
    .replace(/(?<=\p{L})['’‘`´](?=\p{L})/gu, '')
    .replace(/(\p{L})\1{2,}/gu, '$1');
}
