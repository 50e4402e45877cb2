import { isDatabaseAway, takeDueMails } from '@adieu/db';
import type { MailInDeps } from './mail-in-deps.ts';
import { understandMail } from './understand-mail.ts';

const BATCH = 32;
const AT_ONCE = 4;

/**
 * Understands mails that are stored and due, up to `most` of them, a handful at a time; gives how many it took. None of them is due afterwards:
 * one that fails is put off, and parked in the end, so that others have their turn.
 */
export async function readDueMail(deps: MailInDeps, most = BATCH): Promise<number> {
  const due = await takeDueMails(deps.db.sql, deps.clock(), most);
  const left = [...due];
  const one = async (): Promise<void> => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) await read(deps, id);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return due.length;
}

async function read(deps: MailInDeps, id: string): Promise<void> {
  try {
    await understandMail(deps, id);
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    deps.log.error({ err: error, inboundMessageId: id }, 'a mail could not be understood');
  }
}
