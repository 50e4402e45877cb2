import type { Channel } from '../enums/channels.ts';

/**
 * Whether this installation sends anything on a channel. Wishes, lists and counts know every channel; what would have to
 * be sent on one that is not served is refused, never sent some other way.
 */
export function sendsOn(channel: Channel): boolean {
  return SERVED[channel];
}

const SERVED: Readonly<Record<Channel, boolean>> = { EMAIL: true, SMS: false };
