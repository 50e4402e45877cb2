import type { Channel } from '@adieu/domain';
import { addressKey, type KeyRing, normaliseEmail } from '@adieu/keys';
import { InvalidInput } from './problems.ts';

export interface KnownAddress {
  readonly channel: Channel;
  /** The normal form. */
  readonly address: string;
  readonly addressKey: Buffer;
}

/** An address as it was typed, in its normal form and with its key; or what is wrong with it. */
export function readAddress(
  ring: KeyRing,
  text: string,
  channel: Channel,
): KnownAddress | InvalidInput {
  if (channel !== 'EMAIL') return new InvalidInput('channel', 'Only EMAIL is served so far.');
  const address = normaliseEmail(text);
  if (address === null)
    return new InvalidInput('address', 'Not an e-mail address: give one like name@example.test.');
  return { channel, address, addressKey: addressKey(ring, channel, address) };
}
