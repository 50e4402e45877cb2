import { dueInbound, isDatabaseAway, readInboundLater } from '@adieu/db';
import type { SmsInDeps } from './sms-in-deps.ts';
import { understandStored } from './understand-sms.ts';

const BATCH = 100;

/**
 * Reads what is stored and was not understood: texts whose last part does not come, and what failed before. Up to a hundred;
 * gives how many. None of them is due afterwards: one that fails, or stays for whatever reason, is put off, and parked in the
 * end, so that others have their turn.
 */
export async function readDueSms({
  db,
  log,
  clock,
  shortCodes,
}: Omit<SmsInDeps, 'ring'>): Promise<number> {
  const due = await dueInbound(db.sql, 'SMS', clock(), BATCH);
  for (const { id, attempts } of due) {
    try {
      await db.transaction((tx) => understandStored(tx, id, clock(), shortCodes));
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      log.error({ err: error, inboundMessageId: id }, 'an SMS could not be understood');
    }
    await readInboundLater(db.sql, id, attempts, clock());
  }
  return due.length;
}
