import { forgetRaw, inboundBecame, parkInbound, parkStray, type Transaction } from '@adieu/db';
import type { ActedOnMail, MailRefusal } from './act-on-mail.ts';

/** Writes what one became, in the transaction of what it became. */
export async function settle(
  tx: Transaction,
  id: string,
  acted: ActedOnMail,
  now: Date,
): Promise<void> {
  if ('parked' in acted)
    return acted.isAnybodys
      ? parkStray(tx, id, acted.parked, now)
      : parkInbound(tx, id, acted.parked, now, acted.ofMessageId ?? null);
  if ('refused' in acted) return settleRefused(tx, id, acted.refused, now);
  await inboundBecame(tx, id, { ...NOTHING_MORE, ...acted }, now);
  // Nobody asks for it, and anybody may send as many as they like.
  if (acted.isAnybodys) await forgetRaw(tx, id);
}

/** Nobody listens any more who could be told: a way out that says of which mail waits for a member, else nothing is to be done. */
async function settleRefused(tx: Transaction, id: string, refused: MailRefusal, now: Date) {
  if (refused === 'no-link' || refused === 'not-found')
    return parkInbound(tx, id, 'NO_SENDER', now);
  await inboundBecame(
    tx,
    id,
    { ...NOTHING_MORE, outcome: 'NOTHING', remark: 'NOT_TO_BE_LEFT' },
    now,
  );
}

const NOTHING_MORE = {
  keyword: null,
  remark: null,
  why: [],
  organisationId: null,
  accountId: null,
  addressBookId: null,
  requestId: null,
  doubleOptInId: null,
};
