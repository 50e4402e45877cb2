/** What a leaf or a seal may be made of. Numbers are whole; larger ones travel as text. */
export type Canonical =
  | null
  | boolean
  | number
  | string
  | readonly Canonical[]
  | { readonly [key: string]: Canonical | undefined };

/**
 * JSON as RFC 8785 has it: no white space, keys in order of their UTF-16 units, strings as ECMAScript writes them. Keys
 * whose value is null or undefined are left out, so that a column added later leaves earlier leaves as they are.
 */
export function canonicalJson(value: Canonical): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value as Record<string, Canonical | undefined>).filter(
    (entry): entry is [string, Canonical] => entry[1] !== null && entry[1] !== undefined,
  );
  const members = entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
