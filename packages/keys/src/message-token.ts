import { timingSafeEqual } from 'node:crypto';
import { base32 } from 'rfc4648';
import type { KeyRing, LinkKey } from './key-ring.ts';
import { mac } from './mac.ts';
import { uuidBytes, uuidText } from './link-token.ts';

/**
 * Tokens that name a message to ourselves and open nothing: whoever reads one in a header can not leave with it.
 * 35 bytes: with `bounce+` or `reply+` before it, their base32 still fits the 64 octets of a local part (RFC 5321 4.5.3.1.1).
 */
const PURPOSES = { bounce: 2, feedback: 3, reply: 4 } as const;
const VERSION = 1;
const HEAD_BYTES = 3;
const ID_BYTES = 16;
const MAC_BYTES = 16;
const NO_KEY: LinkKey = { id: -1, secret: Buffer.alloc(32) };
const BOUNCE = /^bounce\+([a-z2-7]{56})$/i;
const REPLY = /^reply\+([a-z2-7]{56})$/i;
const FEEDBACK = /^[a-z2-7]{56}$/i;

/** The local part of a message's return path (VERP): a bounce to it names the message, and nobody can forge it (M-8). */
export function bounceLocalPart(ring: KeyRing, messageId: string): string {
  return `bounce+${sign(ring, 'bounce', messageId)}`;
}

/** The message of such a local part, in any case; null where it is none of ours. */
export function messageOfBounce(ring: KeyRing, localPart: string): string | null {
  const letters = BOUNCE.exec(localPart)?.[1];
  return letters === undefined ? null : verify(ring, 'bounce', letters);
}

/**
 * The local part of a message's Reply-To (H-12): an answer to it names the message that it answers. Not who answers: it stands in
 * every copy, also in one that was forwarded.
 */
export function replyLocalPart(ring: KeyRing, messageId: string): string {
  return `reply+${sign(ring, 'reply', messageId)}`;
}

/** The message that is answered at such a local part, in any case; null where it is none of ours. */
export function messageOfReply(ring: KeyRing, localPart: string): string | null {
  const letters = REPLY.exec(localPart)?.[1];
  return letters === undefined ? null : verify(ring, 'reply', letters);
}

/** A message's CFBL-Feedback-ID, with a part that is hard to forge (RFC 9477 3.2). */
export function feedbackId(ring: KeyRing, messageId: string): string {
  return sign(ring, 'feedback', messageId);
}

/** The message of a CFBL-Feedback-ID that comes back; null where it is none of ours. */
export function messageOfFeedback(ring: KeyRing, id: string): string | null {
  return FEEDBACK.test(id.trim()) ? verify(ring, 'feedback', id.trim()) : null;
}

function sign(ring: KeyRing, purpose: keyof typeof PURPOSES, messageId: string): string {
  const key = ring.links.at(-1)!;
  const head = Buffer.from([VERSION, key.id, PURPOSES[purpose]]);
  const id = uuidBytes(messageId);
  const token = Buffer.concat([head, id, macOf(key, head, id)]);
  return base32.stringify(token, { pad: false }).toLowerCase();
}

function verify(ring: KeyRing, purpose: keyof typeof PURPOSES, letters: string): string | null {
  const bytes = Buffer.from(base32.parse(letters.toUpperCase(), { loose: true }));
  const head = bytes.subarray(0, HEAD_BYTES);
  const id = bytes.subarray(HEAD_BYTES, HEAD_BYTES + ID_BYTES);
  const key = ring.links.find((link) => link.id === head[1]) ?? NO_KEY;
  const genuine = timingSafeEqual(bytes.subarray(HEAD_BYTES + ID_BYTES), macOf(key, head, id));
  if (!genuine || key === NO_KEY || head[0] !== VERSION || head[2] !== PURPOSES[purpose])
    return null;
  return uuidText(id);
}

function macOf(key: LinkKey, head: Buffer, id: Buffer): Buffer {
  return mac(key.secret, 'message', head, id).subarray(0, MAC_BYTES);
}
