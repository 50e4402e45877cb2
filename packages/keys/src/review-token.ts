import type { KeyRing } from './key-ring.ts';
import { mac } from './mac.ts';

/** The secret of a link for a member; as a double opt-in's: derived, stored hashed, short-lived. */
export function reviewToken(ring: KeyRing, id: string): string {
  return mac(ring.links.at(-1)!.secret, 'review', id).toString('base64url');
}
