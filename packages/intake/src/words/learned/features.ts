import { END, type Token, tokensOf } from '../tokens.ts';
import { meaningsOf } from './meanings.ts';

/** How far apart two words of a sentence may stand to mean something together. */
const APART = 4;

/** A negation reaches so many words. */
const NEGATION = 5;

/** Words of our languages end in many ways: so many letters are compared. */
const STEM = 5;

const MOST_LENGTHS = 6;

/** “Stop!” is said before much else: so short a sentence is read with its neighbour. */
const SHORT = 2;

export interface Sentence {
  readonly tokens: readonly Token[];
  /** What it has, and at which of its words each thing stands. */
  readonly features: ReadonlyMap<string, readonly number[]>;
}

/** The sentences of a text, each with what is weighed of it. */
export function readSentences(text: string, tokens = tokensOf(text)): Sentence[] {
  const asks = text.includes('?');
  return sentencesOf(tokens).map((sentence) => ({
    tokens: sentence,
    features: featuresOf(sentence, asks),
  }));
}

/** A long sentence has many features, and is no more of a wish for it. */
export const scaleOf = (size: number): number => Math.sqrt(size) || 1;

function sentencesOf(tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [];
  let sentence: Token[] = [];
  for (const token of tokens) {
    if (token !== END) sentence.push(token);
    else if (sentence.length > SHORT) {
      sentences.push(sentence);
      sentence = [];
    }
  }
  if (sentence.length > 0) sentences.push([...(sentences.pop() ?? []), ...sentence]);
  return sentences;
}

/**
 * What is weighed of a sentence: the stems of its words, alone and side by side, and what the words mean, alone, negated and near
 * each other. Some dozens; no more than its words times the width of what is looked at.
 */
function featuresOf(sentence: readonly Token[], asks: boolean): Map<string, readonly number[]> {
  const features = new Map<string, readonly number[]>();
  const put = (name: string, ...at: readonly number[]): void => {
    if (!features.has(name)) features.set(name, at);
  };
  const stems = sentence.map(({ word }) => word.slice(0, STEM));
  const meanings = sentence.map(({ word }) => meaningsOf(word));
  const last = sentence.length - 1;
  let negatedAt = -Infinity;
  for (const [at, stem] of stems.entries()) {
    put(`p:${stem}`, at);
    if (at === 0) put(`b:<_${stem}`, at);
    else put(`b:${stems[at - 1]}_${stem}`, at - 1, at);
    if (at === last) put(`b:${stem}_>`, at);
    const here = meanings[at]!;
    for (const meaning of here) {
      put(`C:${meaning}`, at);
      if (at === 0) put(`C<:${meaning}`, at);
      if (at === last) put(`C>:${meaning}`, at);
      if (at - negatedAt <= NEGATION && meaning !== 'NOT') put(`N:${meaning}`, negatedAt, at);
      for (let apart = 1; apart <= APART && apart <= at; apart++)
        for (const before of meanings[at - apart]!)
          if (before !== meaning) put(`K:${before}_${meaning}`, at - apart, at);
    }
    if (here.includes('NOT')) negatedAt = at;
  }
  put(`n:${Math.min(MOST_LENGTHS, Math.floor(Math.log2(sentence.length + 1)))}`);
  if (asks) put('q');
  return features;
}
