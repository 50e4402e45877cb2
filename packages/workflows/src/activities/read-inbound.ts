import { queuedSystemSms, recordEarlyOptOuts } from '@adieu/db';
import { readDueMail, readDueSms } from '@adieu/intake';
import { Context } from '@temporalio/activity';
import { handOverWaitingSms } from '../sms/hand-over-waiting-sms.ts';
import type { ActivityDeps } from './activity-deps.ts';

/** Together less than the minute after which the schedule comes again; what is read takes no time from what is sent. */
const READ_MS = 25_000;
const SEND_MS = 25_000;
const BATCH = 1_000;
/** Younger ones have a way of their own. */
const GRACE_MS = 30_000;

/**
 * Reads what is stored and due until nothing is: texts whose last part does not come, mails that came while nobody read, what failed
 * before, opt-outs that were told before their message was on record. Then sends what
 * waits of our own SMS: those that were asked for in bulk, and those whose way was lost.
 */
export function createReadInbound(
  deps: Pick<
    ActivityDeps,
    'db' | 'ring' | 'sms' | 'smsLinks' | 'links' | 'log' | 'clock' | 'authservIds'
  >,
) {
  const { db, ring, log, clock, authservIds = [] } = deps;
  return async (): Promise<number> => {
    const shortCodes = new Set(Object.values(deps.smsLinks.shortCodes));
    const readUntil = clock().getTime() + READ_MS;
    let total = 0;
    for (let read = 1; read > 0 && clock().getTime() < readUntil; total += read) {
      read = await readDueSms({ db, log, clock, shortCodes });
      Context.current().heartbeat();
    }
    const { mailDomain } = deps.links;
    const mails = { db, ring, log, clock, mailDomain, authservIds };
    total += await whileBeating(() => readMails(mails, readUntil));
    await recordEarlyOptOuts(db, clock());
    const before = new Date(clock().getTime() - GRACE_MS);
    const context = Context.current();
    const sendUntil = clock().getTime() + SEND_MS;
    await handOverWaitingSms(deps, await queuedSystemSms(db.sql, before, BATCH), () => {
      context.heartbeat();
      return clock().getTime() < sendUntil;
    });
    return total;
  };
}

/** Hostile ones take seconds each: few are taken at once, so that what stays is not put off. */
const MAILS = 8;
const BEAT_MS = 5_000;

async function readMails(deps: Parameters<typeof readDueMail>[0], until: number): Promise<number> {
  let total = 0;
  for (let read = 1; read > 0 && deps.clock().getTime() < until; total += read)
    read = await readDueMail(deps, MAILS);
  return total;
}

async function whileBeating<T>(work: () => Promise<T>): Promise<T> {
  const context = Context.current();
  const beat = setInterval(() => context.heartbeat(), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}
