import { LONGEST_LIST } from '../shared/longest-list.ts';

/**
 * The first list among these arguments that is longer than any may be; null where there is none. Asked of every root field,
 * so that none works for minutes because nobody thought of a limit for it.
 */
export function tooLong(value: unknown, path = ''): { path: string; count: number } | null {
  if (typeof value !== 'object' || value === null || value instanceof Date) return null;
  if (Array.isArray(value) && value.length > LONGEST_LIST) return { path, count: value.length };
  for (const [name, inner] of Object.entries(value)) {
    const found = tooLong(inner, path === '' ? name : `${path}.${name}`);
    if (found !== null) return found;
  }
  return null;
}
