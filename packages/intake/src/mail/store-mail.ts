import { createHash } from 'node:crypto';
import { type MailEnvelope, type MailToRead, type Sql, storeInbound } from '@adieu/db';
import { clientOfOrigin, recogniseAddress } from '@adieu/keys';
import type { DescribedMail } from './describe-mail.ts';
import type { MailInDeps } from './mail-in-deps.ts';
import { READ_BYTES } from './read-bytes.ts';

/** A mail as it came to one address of ours, before anybody has read it. */
export interface ArrivedMail {
  /** Which way it came: `smtp`, a mailbox or a provider as the operator calls it. */
  readonly source: string;
  /** By which the way it came knows it; null: by what is in it. */
  readonly providerId: string | null;
  readonly to: string;
  readonly envelope: Omit<MailEnvelope, 'evidence'>;
  readonly raw: Buffer;
  readonly described: DescribedMail;
  /** From when on whoever looks for such reads it, if it was not read before. */
  readonly dueAt: Date;
}

/**
 * Stores a mail as it came, and gives it as it stands in the record; null where it came before. When this is committed, its
 * sender may be told so.
 */
export async function storeMail(
  sql: Sql,
  { ring, clock }: Pick<MailInDeps, 'ring' | 'clock'>,
  mail: ArrivedMail,
): Promise<MailToRead | null> {
  const { described, raw, source } = mail;
  const now = clock();
  const to = storable(mail.to);
  const from = fromOf(ring, described);
  const envelope = {
    ...storableOf(mail.envelope),
    client: clientOf(mail.envelope),
    evidence: described.evidence,
  };
  const sentAt = described.date !== null && described.date < now ? described.date : now;
  const providerId = `${mail.providerId ?? described.identity}#${hash(mail.to.toLowerCase())}`;
  // What a mailbox shows again came once.
  const isGuess = source === 'smtp' && mail.providerId === null && !described.tellsTimes;
  const said = { text: null, hint: null, part: null, isGuess };
  const inbound = {
    channel: 'EMAIL',
    source,
    providerId,
    raw,
    from,
    to,
    envelope,
    sentAt,
  } as const;
  const as = { state: 'RECEIVED', dueAt: mail.dueAt } as const;
  const stored = await storeInbound(sql, { ...inbound, ...said }, as, now);
  if (stored === null) return null;
  return {
    id: stored.id,
    source,
    to,
    fromKey: from?.addressKey ?? null,
    fromAddress: from?.address ?? null,
    envelope,
    sentAt,
    receivedAt: now,
    size: raw.length,
    head: raw.subarray(0, READ_BYTES),
  };
}

function fromOf(ring: MailInDeps['ring'], { from }: DescribedMail) {
  if (from === null) return null;
  const known = recogniseAddress(ring, { channel: 'EMAIL', text: from, country: null });
  if ('refused' in known) return { address: storable(from), addressKey: null };
  return { address: known.address, addressKey: known.addressKey };
}

function storableOf({ from, helo, ...rest }: ArrivedMail['envelope']) {
  return { ...rest, from: from && storable(from), helo: helo && storable(helo) };
}

function clientOf({ origin, relay }: ArrivedMail['envelope']): string | null {
  return origin === null || relay === 'NAMES_NOBODY' ? null : clientOfOrigin(origin);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

const LONGEST = 500;

/** NUL and halves of characters: no database keeps them, and a wish would be lost by them. */
function storable(text: string): string {
  return text.slice(0, LONGEST).replaceAll('\0', '\u{FFFD}').toWellFormed();
}
