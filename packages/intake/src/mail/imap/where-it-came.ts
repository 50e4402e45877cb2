import type { KeyRing } from '@adieu/keys';
import { addressOfOurs } from '../address-of-ours.ts';
import { messageOfIds } from '../answers/message-of-id.ts';

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

/** Headers by which mail servers tell for whom a mail was, as IMAP has no envelope; what delivered it last stands first. */
export const TELLING_HEADERS = [...DELIVERED.flat(), 'return-path', 'in-reply-to', 'references'];

const MOST_ADDRESSES = 20;
const LONGEST = 64 * 1024;

/** For whom of ours a mail is, by its headers, and who sent it. */
export interface WhereItCame {
  /** Addresses of ours; of what answers a mail of ours elsewhere, that where it came. None: it is no matter of ours. */
  readonly to: readonly string[];
  /** '' where it was nobody's; null where no server said. */
  readonly from: string | null;
}

/** By its header; bounded, whatever a stranger wrote into it. */
export function whereItCame(ring: KeyRing, mailDomain: string, header: Buffer): WhereItCame {
  const fields = fieldsOf(header.subarray(0, LONGEST).toString('latin1'));
  const textOf = (names: readonly string[]): string =>
    fields
      .filter(([name]) => names.includes(name))
      .map(([, value]) => value)
      .join('\n');
  const from = senderIn(fields.find(([name]) => name === 'return-path')?.[1]);
  for (const names of DELIVERED) {
    const to = addressesIn(textOf(names)).filter(
      (address) => addressOfOurs(ring, mailDomain, address) !== null,
    );
    if (to.length > 0) return { to, from };
  }
  const answered = messageOfIds(idsIn(textOf(['in-reply-to', 'references'])), mailDomain);
  if (answered === null) return { to: [], from };
  // As its headers name it, and not by a token that nobody used: what is there already is not forwarded to there.
  const [mailbox = NOWHERE] = DELIVERED.flatMap((names) => addressesIn(textOf(names)));
  return { to: [mailbox], from };
}

/** Where no header says to which address of a mailbox a mail came. */
const NOWHERE = 'mailbox';

/** '' is nobody (`<>`). */
function senderIn(returnPath: string | undefined): string | null {
  return returnPath === undefined ? null : (/^\s*<?([^<>\s]*)>?/.exec(returnPath)?.[1] ?? null);
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

function addressesIn(text: string): string[] {
  const found = new Set<string>();
  for (const [address] of text.matchAll(/[^\s<>@"'(),:;[\]]{1,64}@[^\s<>@"'(),:;[\]]{1,255}/g)) {
    found.add(address.toLowerCase().replace(/\.$/, ''));
    if (found.size >= MOST_ADDRESSES) break;
  }
  return [...found];
}

function idsIn(text: string): string[] {
  return [...text.matchAll(/<([^<>\s]{1,300})>/g)].map(([, id]) => id!);
}
