import { domainToASCII } from 'node:url';
import {
  type KeyRing,
  LINK_TOKEN_LENGTH,
  messageOfBounce,
  messageOfFeedback,
  tokenOfMailto,
  verifyMessageLink,
} from '@adieu/keys';

/** Where a mail's link is to be looked for. */
export type MailedLink =
  | { readonly messageId: string }
  /** The return path of a message: what comes to it is a bounce, or an automatic answer. */
  | { readonly bounceOf: string }
  /** The bare address `leave@…`: the link's token stands in the subject. */
  | 'in-subject'
  /** The address of CFBL-Address: the mail is a complaint, and the message is named by the mail that it encloses. */
  | 'in-report'
  /** The way out of a test mail: nobody leaves by it. */
  | 'test';

/** What a recipient address of ours asks for; null where it is none of ours, or its link was not signed by us. */
export function linkOfAddress(
  ring: KeyRing,
  mailDomain: string,
  address: string,
): MailedLink | null {
  const at = address.lastIndexOf('@');
  // The SMTP server gives a domain's letters where the mail had its A-labels.
  if (domainToASCII(address.slice(at + 1)).toLowerCase() !== mailDomain) return null;
  const localPart = address.slice(0, at);
  if (localPart.toLowerCase() === 'leave') return 'in-subject';
  if (localPart.toLowerCase() === 'complaints') return 'in-report';
  const bounceOf = messageOfBounce(ring, localPart);
  if (bounceOf !== null) return { bounceOf };
  if (localPart.toLowerCase() === 'leave+test') return 'test';
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

const FEEDBACK_IDS = /^[\t >]*CFBL-Feedback-ID:\s*([a-z2-7]{56})\s*$/gim;

/**
 * The message that a complaint is of, by the id that its headers bear, enclosed whole or in part (RFC 9477 3.2, RFC 5965).
 * Nobody but its recipient and their mailbox provider knows that id, so nobody else can complain of it.
 */
export function messageOfReport(ring: KeyRing, report: string): string | null {
  for (const [, id] of report.matchAll(FEEDBACK_IDS)) {
    const messageId = messageOfFeedback(ring, id!);
    if (messageId !== null) return messageId;
  }
  return null;
}
