import { isDatabaseAway } from '@adieu/db';
import type { SMTPServerSession } from 'smtp-server';
import type { MailRefusal } from '../act-on-mail.ts';
import { type AddressOfOurs, addressOfOurs } from '../address-of-ours.ts';
import { type DescribedMail, describeMail } from '../describe-mail.ts';
import type { MailInDeps } from '../mail-in-deps.ts';
import type { RelayedSessions } from './relayed-sessions.ts';
import type { TakingDeps } from './smtp-deps.ts';
import { type ArrivedMail, storeMail } from '../store-mail.ts';
import { understandMail, understandStored } from '../understand-mail.ts';

/** For so long nobody else looks at what is read while its sender waits. */
const OURS_MS = 60_000;
/** With more under way, senders wait for what was stored and not for what was understood. */
const MOST_READ_AT_ONCE = 2;

let reading = 0;

/**
 * Takes a mail for all of its recipients: stored for each before this ends. A way out is in force by then, what else it is about
 * too where few are read at once. Gives why it is refused, and keeps nothing of one that is; throws where the database is away.
 */
export async function takeMail(
  deps: TakingDeps,
  raw: Buffer,
  session: SMTPServerSession,
  onStored: () => void,
): Promise<MailRefusal | null> {
  const described = await describeMail(raw);
  const addresses = new Set(session.envelope.rcptTo.map(({ address }) => address));
  const leaving: string[] = [];
  const others: string[] = [];
  for (const address of addresses) {
    const to = addressOfOurs(deps.ring, deps.mailDomain, address);
    if (to === null || to.kind === 'TEST') continue;
    (isWayOut(to) ? leaving : others).push(address);
  }
  const arrived = (to: string): Omit<ArrivedMail, 'dueAt'> =>
    arrivedOf(session, deps.relayed, described, raw, to);
  for (const to of leaving) {
    const refused = await takeWayOut(deps, arrived(to));
    if (refused !== null) return refused;
  }
  for (const to of others) await takeOther(deps, arrived(to), onStored);
  return null;
}

function isWayOut({ kind }: AddressOfOurs): boolean {
  return kind === 'LEAVE' || kind === 'LEAVE_IN_SUBJECT';
}

function arrivedOf(
  session: SMTPServerSession,
  relayed: RelayedSessions,
  described: DescribedMail,
  raw: Buffer,
  to: string,
): Omit<ArrivedMail, 'dueAt'> {
  const { mailFrom } = session.envelope;
  const from = mailFrom === false ? '' : mailFrom.address;
  const helo = session.hostNameAppearsAs || null;
  const envelope = { from, origin: session.remoteAddress, helo, ...relayed.relayOf(session) };
  return { source: 'smtp', providerId: null, to, envelope, raw, described };
}

class Refused extends Error {
  readonly why: MailRefusal;

  constructor(why: MailRefusal) {
    super(why);
    this.why = why;
  }
}

async function takeWayOut(
  deps: MailInDeps,
  mail: Omit<ArrivedMail, 'dueAt'>,
): Promise<MailRefusal | null> {
  const dueAt = new Date(deps.clock().getTime() + OURS_MS);
  try {
    await deps.db.transaction(async (tx) => {
      const stored = await storeMail(tx, deps, { ...mail, dueAt });
      if (stored === null) return;
      const acted = await understandStored(tx, deps, stored);
      if ('refused' in acted) throw new Refused(acted.refused);
    });
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.why;
    if (isDatabaseAway(error)) throw error;
    // It is stored by itself: whoever looks for what is due reads it again, and parks it in the end.
    deps.log.error({ err: error }, 'a mail is stored, and could not be understood');
    await storeMail(deps.db.sql, deps, { ...mail, dueAt });
    return null;
  }
}

async function takeOther(
  deps: MailInDeps,
  mail: Omit<ArrivedMail, 'dueAt'>,
  onStored: () => void,
): Promise<void> {
  const now = deps.clock().getTime();
  const isOurs = reading < MOST_READ_AT_ONCE;
  const dueAt = new Date(isOurs ? now + OURS_MS : now);
  if (isOurs) reading += 1;
  try {
    const stored = await storeMail(deps.db.sql, deps, { ...mail, dueAt });
    if (stored === null) return;
    if (isOurs) await understandSafely(deps, stored.id);
    else onStored();
  } finally {
    if (isOurs) reading -= 1;
  }
}

/** It is stored: whatever fails now is no reason to have its sender come again. */
async function understandSafely(deps: MailInDeps, id: string): Promise<void> {
  try {
    await understandMail(deps, id);
  } catch (error) {
    deps.log.error({ err: error, inboundMessageId: id }, 'a mail could not be understood');
  }
}
