/** What came is not what the provider promised: `message` goes into a log and quotes nothing of it. */
export class NotAsPromised extends Error {}

export type Said = Readonly<Record<string, unknown>>;

const LONGEST = 1000;

/** A body as JSON. */
export function readJson(body: Buffer | string): unknown {
  try {
    const text =
      typeof body === 'string' ? body : new TextDecoder('utf-8', { fatal: true }).decode(body);
    return JSON.parse(text) as unknown;
  } catch {
    throw new NotAsPromised('the body is no JSON in UTF-8');
  }
}

export function isSaid(value: unknown): value is Said {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function mustBeSaid(value: unknown, what: string): Said {
  if (!isSaid(value)) throw new NotAsPromised(`${what} is no object`);
  return value;
}

/** What stands there; `path` leads into objects. */
export function valueOf(said: unknown, path: string): unknown {
  let value = said;
  for (const step of path.split('.')) {
    if (!isSaid(value) || !Object.hasOwn(value, step)) return null;
    value = value[step];
  }
  return value;
}

/** A text or number that stands there, as it can be kept; null where there is none, or an empty one. */
export function textOf(said: unknown, path: string): string | null {
  const value = valueOf(said, path);
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value === '' || value.length > LONGEST) return null;
  return value.toWellFormed().replaceAll('\0', '\u{FFFD}');
}

export function listOf(said: unknown, path: string): readonly unknown[] {
  const value = valueOf(said, path);
  return Array.isArray(value) ? value : [];
}

/** An instant in ISO 8601, or in seconds. */
export function instantOf(said: unknown, path: string): Date | null {
  const value = valueOf(said, path);
  const at =
    typeof value === 'number' ? new Date(value * 1000) : new Date(textOf(said, path) ?? '');
  return Number.isNaN(at.getTime()) ? null : at;
}

const STATUS = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/;

/** The first enhanced status that stands in one of these. */
export function statusOf(...texts: readonly (string | null)[]): string | null {
  for (const text of texts) {
    const found = STATUS.exec(text ?? '')?.[1];
    if (found !== undefined) return found;
  }
  return null;
}

/** A Message-ID without its brackets. */
export function withoutBrackets(id: string | null): string | null {
  return id?.replace(/^<|>$/g, '') ?? null;
}
