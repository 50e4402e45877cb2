import { type TopLevelToken, Tokenizer, TokenKind } from 'liquidjs';

/** A merge field or a tag, with its place in the source. */
export interface LiquidToken {
  readonly begin: number;
  readonly end: number;
  /** As it was written. */
  readonly text: string;
  /** Of a tag; null of a field. */
  readonly name: string | null;
  /** What stands behind the name. */
  readonly args: string;
}

/** The fields and tags of a source that Liquid can read, in their order; what stands in `raw` is text. */
export function liquidTokens(source: string): LiquidToken[] {
  return new Tokenizer(source).readTopLevelTokens().flatMap((token: TopLevelToken) => {
    if (token.kind === TokenKind.HTML) return [];
    const { begin, end } = token;
    const text = source.slice(begin, end);
    const tag = token.kind === TokenKind.Tag ? (token as unknown as Named) : null;
    return [{ begin, end, text, name: tag?.name ?? null, args: tag?.args ?? '' }];
  });
}

interface Named {
  readonly name: string;
  readonly args: string;
}

const OPENS = new Set(['if', 'unless', 'case', 'for', 'capture', 'comment', 'raw']);

/**
 * What stands between two tags of one condition or loop, for each place of the source: 0 for all of it, and a number of its own
 * for each branch. Two places with one number are there together, or not at all.
 */
export function branchesOf(tokens: readonly LiquidToken[]): {
  readonly branchAt: (place: number) => number;
  readonly deepest: number;
} {
  const [places, numbers] = [[0], [0]];
  const around: number[] = [];
  let [last, now, deepest] = [0, 0, 0];
  for (const { name, begin, end } of tokens) {
    if (name === null) continue;
    if (OPENS.has(name)) around.push(now);
    const goesOn = /^(?:els(?:e|if)|when)$/.test(name);
    if (!OPENS.has(name) && !goesOn && !name.startsWith('end')) continue;
    deepest = Math.max(deepest, around.length);
    now = name.startsWith('end') ? (around.pop() ?? 0) : (last += 1);
    places.push(name.startsWith('end') ? begin : end);
    numbers.push(now);
  }
  return { deepest, branchAt: (place) => numbers[indexAt(places, place)]! };
}

/** The last of what is sorted that is not beyond. */
function indexAt(sorted: readonly number[], place: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (sorted[middle]! <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
