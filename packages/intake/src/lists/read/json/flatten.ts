import { LIST_LIMITS } from '../../limits.ts';
import { isStorable } from '../storable.ts';

/**
 * The cells of a record of JSON by their names: what is within something has the name of both, as in `address.email`; a list
 * of plain values is one cell. Null: it is nested too deep, has too many of them, or a name that is too long or can not be stored.
 */
export function flatten(value: unknown): ReadonlyMap<string, string> | null {
  const cells = new Map<string, string>();
  return add(cells, '', value, 0) ? cells : null;
}

const PLAIN = 'value';

function add(cells: Map<string, string>, name: string, value: unknown, depth: number): boolean {
  if (depth > LIST_LIMITS.depth || cells.size > LIST_LIMITS.columns) return false;
  if (name.length > LIST_LIMITS.name || !isStorable(name)) return false;
  if (value === null || value === undefined) {
    if (name !== '') cells.set(name, '');
    return true;
  }
  if (isPlain(value)) {
    cells.set(name || PLAIN, textOf(value));
    return true;
  }
  if (Array.isArray(value) && name !== '' && value.every(isPlain)) {
    cells.set(name, value.map(textOf).join(', '));
    return true;
  }
  return Object.entries(value).every(([key, each]) => {
    const own = Array.isArray(value) ? String(Number(key) + 1) : key;
    return add(cells, name === '' ? own : `${name}.${own}`, each, depth + 1);
  });
}

type Plain = string | number | boolean | null | undefined;
const textOf = (value: Plain): string => String(value ?? '');
const isPlain = (value: unknown): value is Plain => typeof value !== 'object' || value === null;
