import { domainToASCII } from 'node:url';
import {
  type KeyRing,
  messageOfBounce,
  messageOfReply,
  tokenOfMailto,
  verifyMessageLink,
} from '@adieu/keys';

/** An address of ours, and what a mail to it is about. */
export type AddressOfOurs =
  /** `leave+…`: the way out of a message, in List-Unsubscribe. */
  | { readonly kind: 'LEAVE'; readonly messageId: string }
  /** The bare `leave@…`: the link's token stands in the subject. */
  | { readonly kind: 'LEAVE_IN_SUBJECT' }
  /** The way out of a test mail, or where its answers go: nobody leaves by it. */
  | { readonly kind: 'TEST' }
  /** `bounce+…`, the return path of a message: what comes to it is a bounce, or an automatic answer. */
  | { readonly kind: 'RETURN_PATH'; readonly messageId: string }
  /** `complaints@…`, of CFBL-Address: the message is named by the mail that the complaint encloses. */
  | { readonly kind: 'COMPLAINT' }
  /** `reply+…`, where answers to a message go. */
  | { readonly kind: 'ANSWER'; readonly messageId: string };

/** What a recipient address of ours asks for; null where it is none of ours, or its token was not made by us. */
export function addressOfOurs(
  ring: KeyRing,
  mailDomain: string,
  address: string,
): AddressOfOurs | null {
  const at = address.lastIndexOf('@');
  // The SMTP server gives a domain's letters where the mail had its A-labels.
  if (domainToASCII(address.slice(at + 1)).toLowerCase() !== mailDomain) return null;
  const localPart = address.slice(0, at);
  const bare = BARE[localPart.toLowerCase()];
  if (bare !== undefined) return bare;
  const returned = messageOfBounce(ring, localPart);
  if (returned !== null) return { kind: 'RETURN_PATH', messageId: returned };
  const answered = messageOfReply(ring, localPart);
  if (answered !== null) return { kind: 'ANSWER', messageId: answered };
  const token = tokenOfMailto(localPart);
  const left = token === null ? null : verifyMessageLink(ring, token);
  return left === null ? null : { kind: 'LEAVE', messageId: left };
}

const BARE: Readonly<Record<string, AddressOfOurs | undefined>> = {
  leave: { kind: 'LEAVE_IN_SUBJECT' },
  'leave+test': { kind: 'TEST' },
  'reply+test': { kind: 'TEST' },
  complaints: { kind: 'COMPLAINT' },
};

/** What people send, as opposed to their programs: who is nobody (MAIL FROM:<>) can not leave. */
export function isOfPerson({ kind }: AddressOfOurs): boolean {
  return kind === 'LEAVE' || kind === 'LEAVE_IN_SUBJECT' || kind === 'TEST';
}
