import type { KeyRing } from './key-ring.ts';
import { mac } from './mac.ts';

/**
 * The secret of a double opt-in's link: 32 bytes as base64url. Derived, so that a repeated mail carries the same link;
 * as good as random to anybody without the key. Stored hashed, dies on use (see confirmDoubleOptIn).
 */
export function doubleOptInToken(ring: KeyRing, id: string): string {
  return mac(ring.links.at(-1)!.secret, 'double-opt-in', id).toString('base64url');
}
