import type { Channel } from '@adieu/domain';
import type { KeyRing } from './key-ring.ts';
import { mac } from './mac.ts';

/** The keyed hash (32 bytes) by which an address is known for ever, also after its erasure (G-3). Takes the normal form. */
export function addressKey(ring: KeyRing, channel: Channel, normalAddress: string): Buffer {
  return mac(ring.address, 'address', channel, normalAddress);
}
