import type { Channel } from '../enums/channels.ts';
import type { SenderKind } from '../enums/senders.ts';

export function channelOfSender(kind: SenderKind): Channel {
  return kind === 'EMAIL' ? 'EMAIL' : 'SMS';
}
