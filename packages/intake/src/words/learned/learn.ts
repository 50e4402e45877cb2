import { descend, type Example } from './descend.ts';
import { readSentences } from './features.ts';

export interface Phrase {
  readonly language: string;
  readonly text: string;
  readonly isWish: boolean;
}

/** Of so many learnings, each by another order, the mean is taken: one alone knows short texts by luck. */
const LEARNINGS = 4;

/** How many phrases are learnt beside another too: what stands around a wish teaches nothing. */
const BESIDE = 0.8;

/** A weight that is less decides nothing. */
const KEPT = 0.5;

/** Weights of what may be seen of a sentence, the same for the same phrases; found by learning from some and asking of others (decision 066). */
export function learnWeights(phrases: readonly Phrase[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (let learning = 1; learning <= LEARNINGS; learning++) {
    const random = numbersFrom(learning);
    for (const [name, weight] of descend(examplesOf(phrases, random), random))
      sums.set(name, (sums.get(name) ?? 0) + weight);
  }
  return new Map(
    Array.from(sums, ([name, sum]): [string, number] => [name, sum / LEARNINGS])
      .filter(([name, weight]) => name === 'bias' || Math.abs(weight) >= KEPT)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Whole phrases, and each sentence of what is no wish: a wish may need two. */
function examplesOf(phrases: readonly Phrase[], random: () => number): Example[] {
  const others = Map.groupBy(
    phrases.filter(({ isWish }) => !isWish),
    ({ language }) => language,
  );
  return phrases.flatMap(({ language, text, isWish }) => {
    const around = others.get(language) ?? [];
    const beside = around[Math.floor(random() * around.length)];
    const sentences = featuresIn(text);
    const isBeside = random() < BESIDE && beside !== undefined;
    return [
      example(sentences, isWish),
      ...(isWish || sentences.length < 2 ? [] : sentences.map((each) => example([each], isWish))),
      ...(isBeside ? [example([...sentences, ...featuresIn(beside.text)], isWish)] : []),
    ];
  });
}

const featuresIn = (text: string): string[][] =>
  readSentences(text).map(({ features }) => [...features.keys()]);

const example = (sentences: readonly (readonly string[])[], isWish: boolean): Example => ({
  features: [...new Set(sentences.flat())],
  isWish,
});

/** Park and Miller: no luck in it. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
