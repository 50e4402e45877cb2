import { inertTokens } from '@adieu/keys';
import type { MailToRead, Transaction } from '@adieu/db';
import type { ActedOnMail } from '../act-on-mail.ts';
import type { MailInDeps } from '../mail-in-deps.ts';
import type { MailRead } from '../read/mail-read.ts';
import { whoVouches } from '../vouch/who-vouches.ts';
import { actOnAnswer } from './act-on-answer.ts';
import { messageOfIds } from './message-of-id.ts';
import { understandAnswer } from './understand-answer.ts';

/**
 * Reads an answer, which may take a while, and gives what acts on it, which must not. `messageId` is of the address that it came to;
 * null: the mail that it answers is named by its headers alone.
 */
export async function readAnswer(
  deps: MailInDeps,
  mail: MailToRead,
  read: MailRead,
  messageId: string | null,
): Promise<(tx: Transaction) => Promise<ActedOnMail>> {
  const { clock, mailDomain } = deps;
  const answered = messageId ?? messageOfIds(read.answers, mailDomain);
  if (answered === null) return async () => ({ parked: 'NO_SENDER' });
  const words = understandAnswer(read.own, read.subject, clock());
  const isByToken = messageId !== null && bearsAddress(mail);
  const voucher =
    !isByToken && words.act === 'OPT_OUT' && read.automatic === null
      ? await whoVouches(deps, mail, read)
      : null;
  const text = textOf(deps, read);
  const answer = { mail, read, words, text, messageId: answered, isByToken, voucher, mailDomain };
  return (tx) => actOnAnswer({ ...answer, tx, now: clock() });
}

const LONGEST_TEXT = 4_000;

function textOf({ ring }: MailInDeps, { own }: MailRead): string {
  const keyIds = ring.links.map(({ id }) => id);
  return inertTokens(own?.text ?? '', keyIds, '…')
    .slice(0, LONGEST_TEXT)
    .toWellFormed();
}

const HEADER_BYTES = 256 * 1024;

/**
 * Whether a mail came to an address of ours. One that was read in a mailbox may only have been found to answer a mail, by a
 * Message-ID, which stands in logs and reports too.
 */
function bearsAddress({ source, to, head }: MailToRead): boolean {
  if (!source.startsWith('imap/')) return true;
  const [header] = head
    .subarray(0, HEADER_BYTES)
    .toString('latin1')
    .split(/\r?\n\r?\n/, 1);
  return header!.toLowerCase().includes(to.toLowerCase());
}
