import { leavingKind, type ListField } from '@adieu/domain';
import { normaliseEmail } from '@adieu/keys';
import type { ListColumn } from '../list-shape.ts';
import { FIELD_NAMES } from './field-names.ts';

const EXAMPLES = 3;
const LONGEST_EXAMPLE = 100;
/** A number with its country, or one of at least seven digits with signs between. */
const NUMBER = /^\s*(?:\+|00)?\d[\d\s()./-]{5,22}\d\s*$/;

/** Whether a cell holds an address: an e-mail address, maybe with a name around, or a number with its country. */
export function holdsEmail(cell: string): boolean {
  return normaliseEmail(cell) !== null || /^[^<>@]*<[^<>@\s]+@[^<>@\s]+>\s*$/.test(cell);
}
const holdsNumber = (cell: string): boolean => /^\s*(?:\+|00)/.test(cell) && NUMBER.test(cell);

/** Whether a list may hold addresses at all, in whatever column. */
export function mayHoldAddresses(rows: readonly (readonly string[])[]): boolean {
  return rows.some((cells) => cells.some((cell) => cell.includes('@') || NUMBER.test(cell)));
}

/** What the columns of a list seem to hold, by their names and by what stands in them. */
export function guessColumns(
  names: readonly string[],
  rows: readonly (readonly string[])[],
): ListColumn[] {
  const columns = names.map((name, i) => {
    const cells = rows.map((row) => row[i]?.trim() ?? '').filter((cell) => cell !== '');
    const examples = [...new Set(cells)].slice(0, EXAMPLES);
    return { name, cells, examples: examples.map((cell) => cell.slice(0, LONGEST_EXAMPLE)) };
  });
  const byName = columns.map(({ name }) => fieldNamed(name));
  const hasEmail = byName.includes('EMAIL');
  const guesses = columns.map(({ cells }, i) => {
    const named = byName[i]!;
    // "Address" is where people live, too.
    if (named === 'ADDRESS') return !hasEmail && mostly(cells, holdsAny) ? named : 'FIELD';
    if (named !== null) return named;
    if (mostly(cells, holdsEmail)) return 'EMAIL';
    return mostly(cells, holdsNumber) ? 'PHONE' : null;
  });
  const hasAddress = guesses.some((guess) => ADDRESSES.includes(guess));
  return columns.map(({ name, examples }, i) => ({
    name,
    examples,
    // Where nothing holds addresses, a person has to say what does.
    guess: guesses[i] ?? (hasAddress ? 'FIELD' : null),
  }));
}

const ADDRESSES: readonly (ListField | null)[] = ['EMAIL', 'PHONE', 'ADDRESS'];

const holdsAny = (cell: string): boolean => holdsEmail(cell) || holdsNumber(cell);

function mostly(cells: readonly string[], holds: (cell: string) => boolean): boolean {
  return cells.length > 0 && cells.filter(holds).length * 2 > cells.length;
}

/** What the name of a column says; null: nothing that is known. */
export function fieldNamed(name: string): ListField | null {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/[\s_.-]+/g, '');
  const found = FIELD_NAMES.find(([, names]) => names.includes(plain));
  if (found !== undefined) return found[0];
  return leavingKind(name) === null ? null : 'LEFT';
}
