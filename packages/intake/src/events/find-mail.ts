import { lastMailTo, type MailOfEvent, mailOfId, type Sql } from '@adieu/db';
import { addressKey, type KeyRing, messageOfBounce, normaliseEmail } from '@adieu/keys';
import type { MailEvent } from './mail-event.ts';

export interface FoundMail {
  readonly mail: MailOfEvent;
  /** Whether the provider named the mail, and not its address alone. */
  readonly isNamed: boolean;
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * Which mail of ours a provider speaks of: by the id that we gave it to carry, by our own Message-ID, else the last that went to the
 * address. Null where it is none of ours.
 */
export async function findMail(
  sql: Sql,
  { ring, mailDomain }: { readonly ring: KeyRing; readonly mailDomain: string },
  event: MailEvent,
  now: Date,
): Promise<FoundMail | null> {
  for (const id of [carriedId(ring, event), idOfMessageId(mailDomain, event)]) {
    const mail = id === null ? null : await mailOfId(sql, id);
    if (mail !== null) return { mail, isNamed: true };
  }
  const address = event.address === null ? null : normaliseEmail(event.address);
  if (address === null) return null;
  const mail = await lastMailTo(sql, addressKey(ring, 'EMAIL', address), now);
  return mail === null ? null : { mail, isNamed: false };
}

function carriedId(ring: KeyRing, { ourId }: MailEvent): string | null {
  return ourId === null ? null : messageOfBounce(ring, `bounce+${ourId}`);
}

function idOfMessageId(mailDomain: string, { messageId }: MailEvent): string | null {
  const [id = '', domain, more] = (messageId ?? '').toLowerCase().split('@');
  return domain === mailDomain && more === undefined && UUID.test(id) ? id : null;
}
