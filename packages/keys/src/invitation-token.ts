import type { KeyRing } from './key-ring.ts';
import { mac } from './mac.ts';

/** The secret of an invitation's link; as a review's: derived, stored hashed, and dead when it was used. */
export function invitationToken(ring: KeyRing, id: string): string {
  return mac(ring.links.at(-1)!.secret, 'invitation', id).toString('base64url');
}
