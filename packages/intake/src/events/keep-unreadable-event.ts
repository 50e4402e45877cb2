import { createHash } from 'node:crypto';
import { storeUnreadable } from '@adieu/db';
import type { EventRequest } from './event-ingress.ts';
import type { EventsDeps } from './events-deps.ts';
import { SOURCE } from './inbound-of-event.ts';

/**
 * What a provider brought and nobody can read is kept as it came, once, and waits for an operator: it may be a wish. The provider is
 * told that it was not understood, or its console would say that all is well.
 */
export async function keepUnreadableEvent(
  { db, log, clock, count }: EventsDeps,
  provider: string,
  why: string,
  { rawBody }: EventRequest,
): Promise<'unreadable'> {
  log.warn({ provider, why }, 'an event of a mail provider could not be read');
  count.unreadable(provider);
  const providerId = `unreadable:${createHash('sha256').update(rawBody).digest('base64url')}`;
  const came = { channel: 'EMAIL', source: `${SOURCE}${provider}`, providerId } as const;
  await storeUnreadable(db.sql, { ...came, raw: rawBody }, clock());
  return 'unreadable';
}
