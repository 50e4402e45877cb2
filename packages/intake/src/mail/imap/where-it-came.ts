import { replyLocalPart, type KeyRing } from '@adieu/keys';
import { addressOfOurs } from '../address-of-ours.ts';

/** Headers by which mail servers tell for whom a mail was, as IMAP has no envelope; what delivered it last stands first. */
export const TELLING_HEADERS = [
  'delivered-to',
  'x-original-to',
  'x-delivered-to',
  'envelope-to',
  'x-envelope-to',
  'x-forwarded-to',
  'received',
  'to',
  'cc',
  'return-path',
  'in-reply-to',
  'references',
];

/** In this order: where it was delivered counts before what its writer wrote. */
const DELIVERED = [
  [
    'delivered-to',
    'x-original-to',
    'x-delivered-to',
    'envelope-to',
    'x-envelope-to',
    'x-forwarded-to',
  ],
  ['received'],
  ['to', 'cc'],
];
const MOST_ADDRESSES = 20;
const LONGEST = 64 * 1024;

/** For whom of ours a mail is, by its headers, and who sent it. */
export interface WhereItCame {
  /** Addresses of ours; none: it is no matter of ours. */
  readonly to: readonly string[];
  /** '' where it was nobody's; null where no server said. */
  readonly from: string | null;
}

export function whereItCame(ring: KeyRing, mailDomain: string, header: Buffer): WhereItCame {
  const fields = fieldsOf(header.subarray(0, LONGEST).toString('latin1'));
  const textOf = (names: readonly string[]): string =>
    fields
      .filter(([name]) => names.includes(name))
      .map(([, value]) => value)
      .join('\n');
  const from = /^\s*<?([^<>\s]*)>?/.exec(
    fields.find(([name]) => name === 'return-path')?.[1] ?? '\0',
  )?.[1];
  for (const names of DELIVERED) {
    const to = addressesIn(textOf(names), mailDomain).filter(
      (address) => addressOfOurs(ring, mailDomain, address) !== null,
    );
    if (to.length > 0) return { to, from: from === '\0' ? null : (from ?? null) };
  }
  const answered = messageAnswered(textOf(['in-reply-to', 'references']), mailDomain);
  const to = answered === null ? [] : [`${replyLocalPart(ring, answered)}@${mailDomain}`];
  return { to, from: from === '\0' ? null : (from ?? null) };
}

/** Names in lower case, with what they say in one line. */
function fieldsOf(header: string): (readonly [string, string])[] {
  return header
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => {
      const colon = line.indexOf(':');
      return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1)]];
    }) as (readonly [string, string])[];
}

function addressesIn(text: string, mailDomain: string): string[] {
  const found = new Set<string>();
  for (const [address] of text.matchAll(/[^\s<>@"'(),:;[\]]{1,64}@[^\s<>@"'(),:;[\]]{1,255}/g)) {
    const lower = address.toLowerCase().replace(/\.$/, '');
    if (lower.endsWith(`@${mailDomain}`)) found.add(lower);
    if (found.size >= MOST_ADDRESSES) break;
  }
  return [...found];
}

const UUID = /<([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})@([^\s<>@]{1,255})>/gi;

/** The message of ours that is named last of those that a mail answers: an account's own mailbox gets answers without a token. */
function messageAnswered(text: string, mailDomain: string): string | null {
  let last: string | null = null;
  for (const [, id, domain] of text.matchAll(UUID))
    if (domain!.toLowerCase() === mailDomain) last = id!.toLowerCase();
  return last;
}
