import type { Channel } from '../enums/channels.ts';

/** The channel that a typed address is of: only an e-mail address has an @. */
export function channelOf(address: string): Channel {
  return address.includes('@') ? 'EMAIL' : 'SMS';
}
