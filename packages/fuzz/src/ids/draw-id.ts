import type { Dice } from '../dice.ts';
import { type Change, change, drawChanges } from '../world/mutate.ts';
import { ID_KINDS } from '../world/tenants.ts';

/** An id that opens nothing for who asks: somebody else's, one of theirs that was changed, or anything at all. */
export type DrawnId =
  | { readonly theirs: string }
  | { readonly own: string; readonly changes: readonly Change[] }
  | { readonly value: unknown };

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'.split('');
const VALUES: readonly unknown[] = [
  '',
  ' ',
  0,
  -1,
  1.5,
  2 ** 53,
  1e308,
  true,
  [],
  {},
  [[]],
  { id: 'x' },
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'book___proto__',
  'account_constructor',
  'null',
  'undefined',
  'NaN',
  '0',
  "' OR 1=1 --",
  '%',
  '*',
  '../',
  '\0',
  'book_\0',
  '\ud800',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'book_00000000000000000000000000',
  'book_7zzzzzzzzzzzzzzzzzzzzzzzzz',
  'book_8zzzzzzzzzzzzzzzzzzzzzzzzz',
];

export function drawId(dice: Dice): DrawnId {
  if (dice.chance(0.35)) return { theirs: dice.one(ID_KINDS) };
  if (dice.chance(0.4)) return { own: dice.one(ID_KINDS), changes: drawChanges(dice) };
  if (dice.chance(0.3)) return { value: drawNobodys(dice) };
  return { value: dice.chance(0.1) ? drawHuge(dice) : dice.one(VALUES) };
}

/** Of the right form, and nobody's. */
function drawNobodys(dice: Dice): string {
  const digits = Array.from({ length: 25 }, () => dice.one(DIGITS)).join('');
  return `${dice.one(ID_KINDS)}_0${digits}`;
}

function drawHuge(dice: Dice): unknown {
  return dice.one<() => unknown>([
    () => 'x'.repeat(dice.few(200_000)),
    () => `book_${'0'.repeat(dice.few(200_000))}`,
    () => Array.from({ length: dice.few(2_000) }, () => 'book_x'),
    () => Array.from({ length: dice.few(3_000) }).reduce<unknown>((inner) => [inner], 'x'),
    () => Object.fromEntries(Array.from({ length: dice.few(2_000) }, (_, i) => [`k${i}`, i])),
    () => 10 ** dice.below(308),
  ])();
}

/** Null: it was changed into what it was. */
export function idOf(
  drawn: DrawnId,
  own: Readonly<Record<string, string>>,
  theirs: Readonly<Record<string, string>>,
): { readonly id: unknown } | null {
  if ('value' in drawn) return { id: drawn.value };
  if ('theirs' in drawn) return { id: theirs[drawn.theirs]! };
  const id = change(own[drawn.own]!, drawn.changes);
  return Object.values(own).includes(id) ? null : { id };
}
