import { timingSafeEqual } from 'node:crypto';
import type { KeyRing, LinkKey } from './key-ring.ts';
import { mac } from './mac.ts';

const VERSION = 1;
const HEAD_BYTES = 2;
const SECONDS_BYTES = 6;
const MAC_BYTES = 16;
/** 24 bytes in base64url. */
const TOKEN = /^[\w-]{32}$/;
const NO_KEY: LinkKey = { id: -1, secret: Buffer.alloc(32) };

/** Says when a page showed a sign-up form, so that a post tells how long it was looked at without a session (D-8). */
export function signFormShown(ring: KeyRing, formId: string, shownAt: Date): string {
  const key = ring.links.at(-1)!;
  const head = Buffer.from([VERSION, key.id]);
  const seconds = Buffer.alloc(SECONDS_BYTES);
  seconds.writeUIntBE(Math.floor(shownAt.getTime() / 1000), 0, SECONDS_BYTES);
  return Buffer.concat([head, seconds, macOf(key, head, seconds, formId)]).toString('base64url');
}

/** When it was shown, to the second; null for anything that we did not sign for this form. */
export function formShownAt(ring: KeyRing, formId: string, token: string): Date | null {
  if (!TOKEN.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  const head = bytes.subarray(0, HEAD_BYTES);
  const seconds = bytes.subarray(HEAD_BYTES, HEAD_BYTES + SECONDS_BYTES);
  const key = ring.links.find((link) => link.id === head[1]) ?? NO_KEY;
  const genuine = timingSafeEqual(
    bytes.subarray(HEAD_BYTES + SECONDS_BYTES),
    macOf(key, head, seconds, formId),
  );
  if (!genuine || key === NO_KEY || head[0] !== VERSION) return null;
  return new Date(seconds.readUIntBE(0, SECONDS_BYTES) * 1000);
}

function macOf(key: LinkKey, head: Buffer, seconds: Buffer, formId: string): Buffer {
  return mac(key.secret, 'form', head, seconds, formId).subarray(0, MAC_BYTES);
}
