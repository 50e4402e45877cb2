/**
 * The path of the first text among these arguments that PostgreSQL can not keep, for it holds a NUL or half a character
 * (a lone surrogate); null where there is none. Asked of every root field, so that such a text is a mistake of its sender
 * and not a fault of ours.
 */
export function unstorable(value: unknown, path = ''): string | null {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path : null;
  if (typeof value !== 'object' || value === null || value instanceof Date) return null;
  for (const [name, inner] of Object.entries(value)) {
    const found = unstorable(inner, path === '' ? name : `${path}.${name}`);
    if (found !== null) return found;
  }
  return null;
}
