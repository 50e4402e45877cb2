import { randomBytes } from 'node:crypto';

const KEY_BYTES = 32;

/**
 * The installation's secrets. `address` must never change: suppressions are keyed by it, also after erasure.
 * `links` sign the way out: the last one signs, all of them verify, so that old mail keeps working (O-10).
 */
export interface KeyRing {
  readonly address: Buffer;
  readonly links: readonly LinkKey[];
}

export interface LinkKey {
  /** 0-255; stands in the token. */
  readonly id: number;
  readonly secret: Buffer;
}

/** A new ring with one link key. */
export function createKeyRing(): KeyRing {
  return { address: randomBytes(KEY_BYTES), links: [{ id: 1, secret: randomBytes(KEY_BYTES) }] };
}

/** The text of a keys file. Keep it at mode 0600 and in the backup. */
export function serialiseKeyRing(ring: KeyRing): string {
  const links = ring.links.map(({ id, secret }) => ({ id, secret: secret.toString('base64') }));
  return `${JSON.stringify({ address: ring.address.toString('base64'), links }, null, 2)}\n`;
}

/** Reads a keys file. Throws with what is wrong and never with what it holds. */
export function parseKeyRing(text: string): KeyRing {
  const ring = parseJson(text);
  const links = Array.isArray(ring.links) ? ring.links : [];
  if (links.length === 0) throw new Error('keys file: "links" must hold at least one key');
  const parsed = links.map((link: { id?: unknown; secret?: unknown }, i): LinkKey => {
    if (!Number.isInteger(link?.id) || Number(link.id) < 0 || Number(link.id) > 255) {
      throw new Error(`keys file: links[${i}].id must be an integer from 0 to 255`);
    }
    return { id: Number(link.id), secret: readKey(link.secret, `links[${i}].secret`) };
  });
  if (new Set(parsed.map(({ id }) => id)).size !== parsed.length) {
    throw new Error('keys file: two link keys have the same id');
  }
  return { address: readKey(ring.address, 'address'), links: parsed };
}

function parseJson(text: string): { address?: unknown; links?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // The parser's message quotes the text, which holds secrets: it must not be passed on.
  }
  throw new Error('keys file: not a JSON object');
}

function readKey(value: unknown, name: string): Buffer {
  const key = typeof value === 'string' ? Buffer.from(value, 'base64') : Buffer.alloc(0);
  if (key.length < KEY_BYTES)
    throw new Error(`keys file: ${name} must be base64 of at least 32 bytes`);
  return key;
}
