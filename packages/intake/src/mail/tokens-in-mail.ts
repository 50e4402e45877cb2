import { type KeyRing, LINK_TOKEN_LENGTH, messageOfFeedback, verifyMessageLink } from '@adieu/keys';

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
