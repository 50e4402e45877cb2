import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyRing } from './key-ring.ts';
import { mac } from './mac.ts';

/** Secrets that must be read again, and so cannot be hashed; each kind has a key of its own. */
export type SealedKind = 'webhook-secret' | 'source-authorization' | 'provider-key';

/** What a secret is for and of which row: sealed for one, it does not open in another. */
export interface SealedFor {
  readonly kind: SealedKind;
  /** The row's id. */
  readonly owner: string;
}

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/**
 * As it is stored: AES-256-GCM under a key that only the keys file gives, so that a copy of the database tells no secret. The
 * key comes of the ring's `address`, which never changes; a link key may be taken away, and what it sealed would be lost.
 */
export function sealSecret(ring: KeyRing, sealedFor: SealedFor, secret: Buffer | string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyFor(ring, sealedFor), nonce);
  const text = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), text]);
}

/** Throws where it was changed, was sealed for another row, or by other keys: then the keys file is not the one it was made with. */
export function openSecret(ring: KeyRing, sealedFor: SealedFor, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed);
  if (bytes.length < HEAD_BYTES || bytes[0] !== VERSION) throw new Error('not a sealed secret');
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', keyFor(ring, sealedFor), nonce, {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(bytes.subarray(1 + NONCE_BYTES, HEAD_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(HEAD_BYTES)), decipher.final()]);
  } catch (cause) {
    throw new Error(
      `the ${sealedFor.kind} of ${sealedFor.owner} does not open: it was sealed with another keys file`,
      { cause },
    );
  }
}

function keyFor(ring: KeyRing, { kind, owner }: SealedFor): Buffer {
  return mac(ring.address, 'sealed-secret', kind, owner);
}
