import { createHash } from 'node:crypto';
import type { Inbound } from '@adieu/db';
import { addressKey, type KeyRing, normaliseEmail } from '@adieu/keys';
import type { ReadEvent } from './event-ingress.ts';
import type { StoredEvent } from './act-on-event.ts';
import type { MailEvent } from './mail-event.ts';

/** Beneath which name what a provider brought is stored. */
export const SOURCE = 'events/';

/** What a provider says of one mail, as it is stored: what we read of it, and as it came. */
export function inboundOfEvent(
  ring: KeyRing,
  provider: string,
  read: ReadEvent,
  now: Date,
): Inbound {
  const { event } = read;
  const address = event.address === null ? null : normaliseEmail(event.address);
  return {
    channel: 'EMAIL',
    source: `${SOURCE}${provider}`,
    providerId: repetitionOf(event),
    isGuess: false,
    raw: Buffer.from(JSON.stringify(read)),
    from: address === null ? null : { address, addressKey: addressKey(ring, 'EMAIL', address) },
    to: '',
    text: null,
    hint: event.kind,
    part: null,
    sentAt: event.at ?? now,
  };
}

/** By which it is known when it comes again: the provider's id, or what it says where it gives none. */
export function repetitionOf(event: MailEvent): string {
  const { kind, eventId, address, providerMessageId, at } = event;
  if (eventId !== null && eventId.length <= LONGEST_ID) return `${kind}:${eventId}`;
  const said = JSON.stringify([kind, eventId, address, providerMessageId, at]);
  return `sha256:${createHash('sha256').update(said).digest('base64url')}`;
}

const LONGEST_ID = 300;

/** What was stored so. */
export function storedEvent({
  source,
  head,
}: {
  readonly source: string;
  readonly head: Buffer;
}): StoredEvent {
  const { event } = JSON.parse(head.toString('utf8')) as {
    event: Omit<MailEvent, 'at'> & { at: string | null };
  };
  return {
    provider: source.slice(SOURCE.length),
    event: { ...event, at: event.at === null ? null : new Date(event.at) },
  };
}
