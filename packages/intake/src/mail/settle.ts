import {
  forgetRaw,
  inboundBecame,
  parkAnswer,
  parkInbound,
  parkStray,
  type Transaction,
} from '@adieu/db';
import type { ActedOnMail, MailRefusal } from './act-on-mail.ts';

/** Writes what one became, in the transaction of what it became. */
export async function settle(
  tx: Transaction,
  id: string,
  acted: ActedOnMail,
  now: Date,
): Promise<void> {
  if ('parked' in acted) return park(tx, id, acted, now);
  if ('refused' in acted) return settleRefused(tx, id, acted.refused, now);
  await inboundBecame(tx, id, { ...NOTHING_MORE, ...acted }, now);
  // Nobody asks for it, and anybody may send as many as they like.
  if (acted.isAnybodys) await forgetRaw(tx, id);
}

async function park(
  tx: Transaction,
  id: string,
  { parked, isAnybodys, ofMessageId }: Extract<ActedOnMail, { parked: unknown }>,
  now: Date,
): Promise<void> {
  if (isAnybodys) return parkStray(tx, id, parked, now);
  if (ofMessageId !== undefined) return parkAnswer(tx, id, parked, now, ofMessageId);
  return parkInbound(tx, id, parked, now);
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
