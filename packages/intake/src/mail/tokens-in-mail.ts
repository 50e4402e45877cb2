import { type KeyRing, LINK_TOKEN_LENGTH, verifyMessageLink } from '@adieu/keys';

const TOKENS = new RegExp(`(?<![\\w-])[\\w-]{${LINK_TOKEN_LENGTH}}(?![\\w-])`, 'g');

/** The message whose link's token stands in a subject, whatever a mail program wrote around it. */
export function messageOfSubject(ring: KeyRing, subject: string): string | null {
  for (const [token] of subject.matchAll(TOKENS)) {
    const messageId = verifyMessageLink(ring, token);
    if (messageId !== null) return messageId;
  }
  return null;
}
