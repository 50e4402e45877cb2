import { scaleOf } from './features.ts';

/** What is learnt from: the features of a phrase or a sentence. */
export interface Example {
  readonly features: readonly string[];
  readonly isWish: boolean;
}

const DESCENT = { rounds: 60, rate: 0.3, decay: 0.001, leastSeen: 2 };

/** Logistic regression by AdaGrad, in an order drawn from `random`. `bias` is what a sentence weighs that has nothing. */
export function descend(
  examples: readonly Example[],
  random: () => number,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const names = [...counts].filter(([, count]) => count >= DESCENT.leastSeen).map(([name]) => name);
  const indexes = new Map(names.map((name, index) => [name, index]));
  const known = examples.map(({ features, isWish }) => ({
    at: features.flatMap((name) => indexes.get(name) ?? []),
    scale: scaleOf(features.length),
    isWish,
  }));
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length);
  let [bias, biasSquares] = [0, 0];
  const order = [...known.keys()];
  for (let round = 0; round < DESCENT.rounds; round++) {
    shuffle(order, random);
    for (const index of order) {
      const { at, scale, isWish } = known[index]!;
      let score = bias;
      for (const feature of at) score += weights[feature]! / scale;
      const wrong = 1 / (1 + Math.exp(-score)) - (isWish ? 1 : 0);
      for (const feature of at) {
        const slope = wrong / scale + DESCENT.decay * weights[feature]!;
        squares[feature]! += slope * slope;
        weights[feature]! -= step(slope, squares[feature]!);
      }
      biasSquares += wrong * wrong;
      bias -= step(wrong, biasSquares);
    }
  }
  return new Map([['bias', bias], ...names.map((name, i) => [name, weights[i]!] as const)]);
}

const step = (slope: number, squares: number): number =>
  (DESCENT.rate * slope) / Math.sqrt(squares + 1e-8);

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}
