import { type KeyRing, LINK_TOKEN_LENGTH, tokenOfMailto, verifyMessageLink } from '@adieu/keys';

/** Where a mail's link is to be looked for. */
export type MailedLink =
  | { readonly messageId: string }
  /** The bare address `leave@…`: the link's token stands in the subject. */
  | 'in-subject';

/** What a recipient address of ours asks for; null where it is none of ours, or its link was not signed by us. */
export function linkOfAddress(
  ring: KeyRing,
  mailDomain: string,
  address: string,
): MailedLink | null {
  const at = address.lastIndexOf('@');
  if (address.slice(at + 1).toLowerCase() !== mailDomain) return null;
  const localPart = address.slice(0, at);
  if (localPart.toLowerCase() === 'leave') return 'in-subject';
  const token = tokenOfMailto(localPart);
  const messageId = token === null ? null : verifyMessageLink(ring, token);
  return messageId === null ? null : { messageId };
}

const TOKENS = new RegExp(`(?<![\\w-])[\\w-]{${LINK_TOKEN_LENGTH}}(?![\\w-])`, 'g');

/** The message whose link's token stands in a subject, whatever a mail program wrote around it. */
export function messageOfSubject(ring: KeyRing, subject: string): string | null {
  for (const [token] of subject.matchAll(TOKENS)) {
    const messageId = verifyMessageLink(ring, token);
    if (messageId !== null) return messageId;
  }
  return null;
}
