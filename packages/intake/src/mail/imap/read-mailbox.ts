import { isDatabaseAway, mailboxReadUpTo, noteMailboxRead, noteMailboxWaiting } from '@adieu/db';
import type { ImapMailbox } from '@adieu/gateways';
import type { FetchMessageObject, ImapFlow } from 'imapflow';
import { describeMail } from '../describe-mail.ts';
import { READ_BYTES } from '../read-bytes.ts';
import { storeMail } from '../store-mail.ts';
import type { ImapDeps } from './imap-deps.ts';
import { TELLING_HEADERS, type WhereItCame, whereItCame } from './where-it-came.ts';

const BATCH = 50;
/** What SMTP takes too; of a longer one the beginning is kept, which is all that is read of any. */
const LONGEST_MAIL = 25 * 1024 * 1024;

const MOST_ATTEMPTS = 3;

export interface ReadingDeps extends ImapDeps {
  /** How often mails could not be stored, by their numbers. */
  readonly failed: Map<number, number>;
}

/** Beneath which name what came by a mailbox is stored. */
const SOURCE = 'imap/';

/**
 * Reads an open mailbox to its end, by the numbers of its mails and from where it was read to: none of ours is lost, and none is
 * stored twice. Of others' mails nothing is kept, and nothing is done with them. What was stored is marked after that was committed; a connection
 * that breaks between the two costs the mark alone.
 */
export async function readMailbox(
  deps: ReadingDeps,
  mailbox: ImapMailbox,
  client: ImapFlow,
  signal: AbortSignal,
): Promise<void> {
  const { name } = mailbox;
  const { sql } = deps.db;
  const uidValidity = validityOf(client);
  const from = await mailboxReadUpTo(sql, { name, uidValidity, now: deps.clock() });
  const found = await client.search({ uid: `${from + 1}:*` }, { uid: true });
  // `n:*` gives the last one always.
  const uids = (found || []).filter((uid) => uid > from).toSorted((a, b) => a - b);
  for (let i = 0; i < uids.length && !signal.aborted; i += BATCH) {
    const waiting = uids.length - i;
    const oldestAt = await arrivedAt(client, uids[i]!);
    await noteMailboxWaiting(sql, { name, waiting, oldestAt, now: deps.clock() });
    await readBatch(deps, mailbox, client, uids.slice(i, i + BATCH));
  }
  if (signal.aborted) return;
  await noteMailboxWaiting(sql, { name, waiting: 0, oldestAt: null, now: deps.clock() });
}

function validityOf(client: ImapFlow): bigint {
  if (client.mailbox === false) throw new Error('no mailbox is open');
  return client.mailbox.uidValidity;
}

async function readBatch(
  deps: ReadingDeps,
  mailbox: ImapMailbox,
  client: ImapFlow,
  uids: readonly number[],
): Promise<void> {
  const { name } = mailbox;
  const uidValidity = validityOf(client);
  const stored: number[] = [];
  const asked = { uid: true, size: true, headers: TELLING_HEADERS } as const;
  for (const mail of await client.fetchAll(uids.join(','), asked, { uid: true })) {
    const came = whereItCame(deps.ring, deps.mailDomain, mail.headers ?? Buffer.alloc(0));
    if (came.to.length === 0) continue;
    const raw = await rawOf(client, mail);
    // Somebody took it away meanwhile.
    if (raw === null) continue;
    if (!(await isStored(deps, { name, uidValidity, uid: mail.uid }, came, raw))) continue;
    stored.push(mail.uid);
    deps.onStored();
  }
  await noteMailboxRead(deps.db.sql, { name, uidValidity, uid: uids.at(-1)! });
  await mark(mailbox, client, stored);
}

async function arrivedAt(client: ImapFlow, uid: number): Promise<Date | null> {
  const mail = await client.fetchOne(String(uid), { internalDate: true }, { uid: true });
  return mail && mail.internalDate !== undefined ? new Date(mail.internalDate) : null;
}

async function rawOf(
  client: ImapFlow,
  { uid, size = 0 }: FetchMessageObject,
): Promise<Buffer | null> {
  const source = size > LONGEST_MAIL ? { start: 0, maxLength: READ_BYTES } : true;
  const mail = await client.fetchOne(String(uid), { source }, { uid: true });
  return mail ? (mail.source ?? null) : null;
}

interface Place {
  readonly name: string;
  readonly uidValidity: bigint;
  readonly uid: number;
}

/** Whether it was stored. One that can not be, however often it is tried, keeps no other from being read: it stays there, unread. */
async function isStored(
  deps: ReadingDeps,
  place: Place,
  came: WhereItCame,
  raw: Buffer,
): Promise<boolean> {
  try {
    await store(deps, place, came, raw);
    return true;
  } catch (error) {
    const times = (deps.failed.get(place.uid) ?? 0) + 1;
    if (isDatabaseAway(error)) throw error;
    deps.failed.set(place.uid, times);
    if (times < MOST_ATTEMPTS) throw error;
    deps.log.error(
      { err: error, mailbox: place.name, uid: place.uid },
      'a mail stays unread in its mailbox',
    );
    return false;
  }
}

/** Stores a mail for each address of ours, and that the mailbox was read so far, in one commit. */
async function store(
  deps: ImapDeps,
  place: Place,
  { to, from }: WhereItCame,
  raw: Buffer,
): Promise<void> {
  const described = await describeMail(raw);
  const envelope = { from, origin: null, helo: null };
  const mail = { source: `${SOURCE}${place.name}`, providerId: null, envelope, raw, described };
  await deps.db.transaction(async (tx) => {
    for (const address of to)
      await storeMail(tx, deps, { ...mail, to: address, dueAt: deps.clock() });
    await noteMailboxRead(tx, place);
  });
}

/** Shows people who look into the mailbox what was taken from it. That it fails is no reason to read anything again. */
async function mark(
  { moveTo }: ImapMailbox,
  client: ImapFlow,
  uids: readonly number[],
): Promise<void> {
  if (uids.length === 0) return;
  await client.messageFlagsAdd(uids.join(','), [String.raw`\Seen`], { uid: true });
  if (moveTo !== null) await client.messageMove(uids.join(','), moveTo, { uid: true });
}
