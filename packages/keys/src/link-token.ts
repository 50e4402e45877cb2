import { timingSafeEqual } from 'node:crypto';
import type { KeyRing, LinkKey } from './key-ring.ts';
import { mac } from './mac.ts';

const VERSION = 1;
/** What a link opens: the number stands in the token, and each has a key context of its own. */
const PURPOSES = {
  message: { code: 1, context: 'link' },
  web: { code: 4, context: 'web' },
} as const;
type Purpose = keyof typeof PURPOSES;
const HEAD_BYTES = 3;
const ID_BYTES = 16;
const MAC_BYTES = 17;
/** 36 bytes are exactly 48 letters of base64url: no spare bits, so each letter counts (H-7). */
export const LINK_TOKEN_LENGTH = 48;
const TOKEN = /^[A-Za-z0-9_-]{48}$/;
const NO_KEY: LinkKey = { id: -1, secret: Buffer.alloc(32) };

/** Signs the way out of one message. The message knows its recipient and scope, so no two share a link (H-6). */
export function signMessageLink(ring: KeyRing, messageId: string): string {
  return sign(ring, 'message', messageId);
}

/**
 * The message id of a link, or null for anything that we did not sign. Works through the same steps for every
 * token of the right length, and compares in constant time (O-9).
 */
export function verifyMessageLink(ring: KeyRing, token: string): string | null {
  return verify(ring, 'message', token);
}

/** Signs the link to one message's web version, which shows the mail and takes nobody off. */
export function signWebLink(ring: KeyRing, messageId: string): string {
  return sign(ring, 'web', messageId);
}

/** The message id of such a link; null for anything else, a way out too. */
export function verifyWebLink(ring: KeyRing, token: string): string | null {
  return verify(ring, 'web', token);
}

function sign(ring: KeyRing, purpose: Purpose, messageId: string): string {
  const key = ring.links.at(-1)!;
  const head = Buffer.from([VERSION, key.id, PURPOSES[purpose].code]);
  const id = uuidBytes(messageId);
  return Buffer.concat([head, id, macOf(key, purpose, head, id)]).toString('base64url');
}

function verify(ring: KeyRing, purpose: Purpose, token: string): string | null {
  if (!TOKEN.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  const head = bytes.subarray(0, HEAD_BYTES);
  const id = bytes.subarray(HEAD_BYTES, HEAD_BYTES + ID_BYTES);
  const key = ring.links.find((link) => link.id === head[1]) ?? NO_KEY;
  const expected = macOf(key, purpose, head, id);
  const genuine = timingSafeEqual(bytes.subarray(HEAD_BYTES + ID_BYTES), expected);
  if (!genuine || key === NO_KEY || head[0] !== VERSION || head[2] !== PURPOSES[purpose].code)
    return null;
  return uuidText(id);
}

function macOf(key: LinkKey, purpose: Purpose, head: Buffer, id: Buffer): Buffer {
  return mac(key.secret, PURPOSES[purpose].context, head, id).subarray(0, MAC_BYTES);
}

export function uuidBytes(uuid: string): Buffer {
  const bytes = Buffer.from(uuid.replaceAll('-', ''), 'hex');
  if (bytes.length !== ID_BYTES) throw new Error('a message id must be a UUID');
  return bytes;
}

export function uuidText(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
