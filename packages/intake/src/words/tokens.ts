import { foldLetters } from '@adieu/domain';

/** A word of a text; `END` is the end of a sentence. */
export interface Token {
  readonly word: string;
  /** In capitals, in a text that has small letters too, or those of a script that has none. */
  readonly shouted: boolean;
}

export const END: Token = { word: '.', shouted: false };

/** A wish is said in the first of them, or not at all. */
const MOST = 300;

/** The words of a text, folded, and the ends of its sentences; the last token is an end. */
export function tokensOf(text: string): Token[] {
  const shouted = shoutedWords(text);
  // don’t and dont are one word; stoooop and stop too.
  const folded = foldLetters(text)
    .replace(/(?<=\p{L})['’‘`´](?=\p{L})/gu, '')
    .replace(/(\p{L})\1{2,}/gu, '$1');
  const tokens: Token[] = [];
  for (const [piece] of folded.matchAll(/[\p{L}\p{N}]+|[.!?;\n]+/gu)) {
    if (tokens.length >= MOST) break;
    if (/^[.!?;\n]/.test(piece)) {
      if (tokens.length > 0 && tokens.at(-1) !== END) tokens.push(END);
    } else tokens.push({ word: piece, shouted: shouted.has(piece) });
  }
  if (tokens.at(-1) !== END) tokens.push(END);
  return tokens;
}

/** More than the folding looks at is not looked at here either. */
const LOOKED_AT = 4_000;

function shoutedWords(text: string): ReadonlySet<string> {
  const seen = text.slice(0, LOOKED_AT);
  if (!/[\p{Ll}\p{Lo}]/u.test(seen)) return new Set();
  return new Set(Array.from(seen.matchAll(/\p{Lu}{4,}/gu), ([word]) => foldLetters(word)));
}
