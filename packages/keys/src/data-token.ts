import type { KeyRing } from './key-ring.ts';
import { mac } from './mac.ts';

/** The secret of a link to somebody's own data; as a double opt-in's: derived, stored hashed, short-lived. */
export function dataToken(ring: KeyRing, id: string): string {
  return mac(ring.links.at(-1)!.secret, 'data', id).toString('base64url');
}
