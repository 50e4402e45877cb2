import {
  type KeyRing,
  LINK_TOKEN_LENGTH,
  messageOfBounce,
  messageOfFeedback,
  tokenOfMailto,
  verifyMessageLink,
} from '@adieu/keys';
import { wayOutsOf } from './list-unsubscribe.ts';
import type { ComplainedOf } from './mail-read.ts';

export interface ComplainedMessage {
  readonly messageId: string;
  /**
   * LINK: what is enclosed holds the way out itself, by which whoever reads it could leave. ID: it names a message of ours and
   * opens nothing: who wrote the report is to be vouched for.
   */
  readonly by: 'LINK' | 'ID';
}

/**
 * The message that is complained of, by an id of ours in the headers of the mail that is enclosed (M-10): its recipient and their
 * mailbox provider know it. An address is none: reports are redacted, and anybody can write one. Null: there is none.
 */
export function complainedOf(
  ring: KeyRing,
  mailDomain: string,
  ids: ComplainedOf,
): ComplainedMessage | null {
  const byLink = first(ids.leaveLinks, (value) =>
    first(wayOutsOf(value), (way) => {
      const tokens = way.kind === 'Mailto' ? [ofLocalPart(way.address)] : way.url.split(/[/?#=&]/);
      return first(tokens, (token) =>
        token?.length === LINK_TOKEN_LENGTH ? verifyMessageLink(ring, token) : null,
      );
    }),
  );
  if (byLink !== null) return { messageId: byLink, by: 'LINK' };
  const byId =
    first(ids.feedbackIds, (id) => messageOfFeedback(ring, id)) ??
    first(ids.returnPaths, (address) => messageOfBounce(ring, localPart(address))) ??
    first(ids.messageIds, (id) => ownMessageId(id, mailDomain));
  return byId === null ? null : { messageId: byId, by: 'ID' };
}

const localPart = (address: string): string => address.slice(0, address.lastIndexOf('@'));

function ofLocalPart(address: string): string | null {
  return tokenOfMailto(localPart(address));
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** A campaign's mail bears its message's id before our domain. */
function ownMessageId(id: string, mailDomain: string): string | null {
  const at = id.lastIndexOf('@');
  const isOurs = id.slice(at + 1).toLowerCase() === mailDomain && UUID.test(id.slice(0, at));
  return isOurs ? id.slice(0, at).toLowerCase() : null;
}

function first<T>(from: readonly T[], found: (each: T) => string | null): string | null {
  for (const each of from) {
    const message = found(each);
    if (message !== null) return message;
  }
  return null;
}
