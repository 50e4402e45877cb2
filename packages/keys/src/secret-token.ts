import type { Role } from '@adieu/domain';
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

/** That of an API key; it tells the key's role, or that it has none but uses. */
export function createKeySecret(role: Role | null): SecretToken {
  return createSecretToken(`adieu_${role?.toLowerCase() ?? 'key'}_`);
}

/** What a domain's TXT record says to prove whose it is. Nobody guesses it, so that a wildcard or an old record answers no claim. */
export function createDomainChallenge(): string {
  return createSecretToken('adieu-').secret;
}

/** A plain SHA-256 is enough: the secret has 256 random bits, so there is nothing to guess slowly. */
export function hashSecretToken(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
