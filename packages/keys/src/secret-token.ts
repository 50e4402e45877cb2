import { createHash, randomBytes } from 'node:crypto';

/** A random secret that is shown once and stored as its hash only: API keys, double opt-in links. */
export interface SecretToken {
  readonly secret: string;
  readonly hash: Buffer;
}

const RANDOM_BYTES = 32;

/** Makes one; `prefix` tells its kind to people and secret scanners, e.g. `adieu_admin_`. */
export function createSecretToken(prefix = ''): SecretToken {
  const secret = `${prefix}${randomBytes(RANDOM_BYTES).toString('base64url')}`;
  return { secret, hash: hashSecretToken(secret) };
}

/** A plain SHA-256 is enough: the secret has 256 random bits, so there is nothing to guess slowly. */
export function hashSecretToken(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
