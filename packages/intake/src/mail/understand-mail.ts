import { lockMail, type MailToRead, mailToRead, readMailSoon, type Transaction } from '@adieu/db';
import { actOnEvent } from '../events/act-on-event.ts';
import { SOURCE, storedEvent } from '../events/inbound-of-event.ts';
import { type ActedOnMail, type ActOnMail, type AddressOf } from './act-on-mail.ts';
import { actOnLeaveLink } from './act-on-leave-link.ts';
import { actOnReport } from './act-on-report.ts';
import { type AddressOfOurs, addressOfOurs, isOfPerson } from './address-of-ours.ts';
import { readAnswer } from './answers/read-answer.ts';
import { describeMail } from './describe-mail.ts';
import type { MailInDeps } from './mail-in-deps.ts';
import { READ_BYTES } from './read-bytes.ts';
import { readStoredMail } from './read-stored-mail.ts';
import { settle } from './settle.ts';
import { voucherOfComplaint } from './vouch/voucher-of-complaint.ts';

/** `settled`: somebody understood it meanwhile. `later`: too much is being read, and it is due again soon. */
export type Understood = ActedOnMail | 'settled' | 'later';

const ROOM_MS = 2_000;

/**
 * Understands a mail that is stored and does what it asks for, in one transaction: when that commits, the wish is in force.
 * Repeating changes nothing. What can not be understood is parked with why.
 */
export async function understandMail(deps: MailInDeps, id: string): Promise<Understood> {
  const mail = await mailToRead(deps.db.sql, id, READ_BYTES);
  if (mail === null) return 'settled';
  const doIt = await ready(deps, mail);
  if (doIt === 'busy') {
    await readMailSoon(deps.db.sql, id, new Date(deps.clock().getTime() + ROOM_MS));
    return 'later';
  }
  return deps.db.transaction(async (tx) => {
    if (!(await lockMail(tx, id))) return 'settled';
    const acted = await doIt(tx);
    await settle(tx, mail.id, acted, deps.clock());
    return acted;
  });
}

/**
 * The same for a way out that has just been stored in the caller's transaction: nothing has to be taken apart, so it is in force
 * with what stored it. A refusal is the caller's to roll back.
 */
export async function understandStored(
  tx: Transaction,
  deps: MailInDeps,
  mail: MailToRead,
): Promise<ActedOnMail> {
  const doIt = await ready(deps, mail);
  if (doIt === 'busy') throw new Error('a way out needs no reader');
  const acted = await doIt(tx);
  if (!('refused' in acted)) await settle(tx, mail.id, acted, deps.clock());
  return acted;
}

type Act = (tx: Transaction) => Promise<ActedOnMail>;

/** Reads a mail, which may take a while, and gives what acts on it, which must not. */
async function ready(deps: MailInDeps, mail: MailToRead): Promise<Act | 'busy'> {
  const { ring, clock, mailDomain } = deps;
  if (mail.source.startsWith(SOURCE))
    return (tx) => actOnEvent(tx, { ring, mailDomain }, storedEvent(mail), clock());
  const to = addressOfOurs(ring, mailDomain, mail.to);
  const read = to !== null && isOfPerson(to) ? null : await readStoredMail(mail);
  if (read === 'busy') return read;
  if (read !== null && 'parked' in read) return async () => ({ ...read, ...whoseIs(to) });
  // To a mailbox that is not ours it is read where it answers a mail of ours, which its headers name then.
  if (read !== null && (to === null || to.kind === 'ANSWER'))
    return readAnswer(deps, mail, read, to?.messageId ?? null);
  if (to === null) return async () => ({ parked: 'NO_SENDER' });
  const { subject, bodyAt } = await describeMail(mail.head);
  const body = mail.head.subarray(bodyAt);
  const voucher = await voucherOfComplaint(deps, mail, read);
  const known = { mail, to, subject, body, read, voucher, ring, mailDomain };
  return async (tx) => act({ tx, ...known, now: clock() });
}

/** What can not be read is its members' whose mail it answers: they are told, and may ask. */
function whoseIs(to: AddressOfOurs | null): { ofMessageId: string } | { isAnybodys: true } | {} {
  if (to?.kind === 'COMPLAINT') return { isAnybodys: true };
  return to !== null && 'messageId' in to ? { ofMessageId: to.messageId } : {};
}

async function act(mail: ActOnMail): Promise<ActedOnMail> {
  if (isTo(mail, 'LEAVE') || isTo(mail, 'LEAVE_IN_SUBJECT')) return actOnLeaveLink(mail);
  if (isTo(mail, 'RETURN_PATH')) return actOnReport(mail);
  if (isTo(mail, 'COMPLAINT')) {
    const acted = await actOnReport(mail);
    if ('refused' in acted) return { parked: 'NO_SENDER', isAnybodys: true };
    const isNobodys = 'outcome' in acted && acted.ofMessageId === undefined;
    return isNobodys ? { ...acted, isAnybodys: true } : acted;
  }
  return { outcome: 'NOTHING' };
}

function isTo<Kind extends AddressOfOurs['kind']>(
  mail: ActOnMail,
  kind: Kind,
): mail is ActOnMail<AddressOf<Kind>> {
  return mail.to.kind === kind;
}
