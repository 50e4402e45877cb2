import type { Fields } from './fields.ts';
import type { LiquidToken } from './liquid-tokens.ts';
import type { MergeField } from './merge-fields.ts';

/** What a field says that is taken wherever one stands, also where a link begins. */
const ANYTHING = 'https://adieu.invalid/x';
const PLAIN = ['x', '1', '0', ANYTHING];
const MOST_LITERALS = 20;
const LITERALS = /'([^'{}]{1,80})'|"([^"{}]{1,80})"/g;

/**
 * Readers to try a text with: one who has nothing that it can do without, one who has all, and `more` whose fields say what the
 * text asks for, or nothing, drawn alike each time.
 */
export function drawReaders(
  fields: readonly MergeField[],
  tokens: readonly LiquidToken[],
  more: number,
): Fields[] {
  const literals = tokens.flatMap(({ text }) =>
    [...text.matchAll(LITERALS)].map(([, single, double]) => single ?? double!),
  );
  const words = [...PLAIN, ...new Set(literals)].slice(0, PLAIN.length + MOST_LITERALS);
  const next = numbers(fields.length + tokens.length);
  const drawn = (): Fields =>
    made(fields, ({ required }) => {
      if (!required && next() < 0.4) return '';
      return words[Math.floor(next() * words.length)]!;
    });
  const rest = Array.from({ length: fields.length === 0 ? 0 : more }, drawn);
  return [
    made(fields, ({ required }) => (required ? ANYTHING : '')),
    made(fields, () => ANYTHING),
    ...rest,
  ];
}

function made(fields: readonly MergeField[], say: (field: MergeField) => string): Fields {
  return Object.fromEntries(fields.map((field) => [field.field, say(field)]));
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
