import type { Token } from '../tokens.ts';
import { readSentences, scaleOf, type Sentence } from './features.ts';

/** The more sentences, the likelier that one of them looks like a wish by chance. */
const FOR_EACH_DOUBLING = 0.4;

/** Words that a reason names. */
const MOST_WORDS = 4;

export interface Weighed {
  /** Above nothing: more like a wish than not. */
  readonly score: number;
  /** The words of the sentence that speak most for it, in their order, as they were written. */
  readonly words: () => readonly string[];
}

/** How much a text is like the wishes that the weights were learnt from: its likest sentence decides. */
export function weighWords(
  weights: ReadonlyMap<string, number>,
  text: string,
  tokens?: Token[],
): Weighed {
  const sentences = readSentences(text, tokens);
  let best: { readonly sentence: Sentence; readonly score: number } | null = null;
  for (const sentence of sentences) {
    const score = scoreOf(weights, sentence);
    if (best === null || score > best.score) best = { sentence, score };
  }
  if (best === null) return { score: -Infinity, words: () => [] };
  const { sentence, score } = best;
  return {
    score: score - FOR_EACH_DOUBLING * Math.log2(sentences.length),
    words: () => wordsFor(weights, sentence),
  };
}

function scoreOf(weights: ReadonlyMap<string, number>, { features }: Sentence): number {
  let sum = 0;
  for (const feature of features.keys()) sum += weights.get(feature) ?? 0;
  return (weights.get('bias') ?? 0) + sum / scaleOf(features.size);
}

function wordsFor(
  weights: ReadonlyMap<string, number>,
  { tokens, features }: Sentence,
): readonly string[] {
  const shares = tokens.map(() => 0);
  for (const [feature, places] of features) {
    const weight = weights.get(feature);
    if (weight === undefined) continue;
    for (const place of places) shares[place]! += weight / places.length;
  }
  const named = [...shares.keys()]
    .filter((at) => shares[at]! > 0)
    .toSorted((a, b) => shares[b]! - shares[a]!)
    .slice(0, MOST_WORDS)
    .toSorted((a, b) => a - b);
  return [...new Set(named.map((at) => tokens[at]!.written))];
}
