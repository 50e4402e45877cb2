import { createHash } from 'node:crypto';
import {
  ensureRecipient,
  type OptOutTarget,
  type RecordedOptOut,
  recordOptOutEverywhere,
  type Transaction,
} from '@adieu/db';
import type { RequestSignal } from '@adieu/domain';
import type { ReadSms } from './act-on-sms.ts';
import { type Aim, wholeAccount } from './aims.ts';

export interface SmsWish {
  readonly sms: ReadSms['sms'];
  readonly aim: Aim;
  readonly signal: RequestSignal;
  /** Whether its organisation may read what was written. */
  readonly isShown: boolean;
  /** Whether they said that all is meant, also mail (SM-13). */
  readonly allChannels: boolean;
  /** Of the number. */
  readonly numberCountry: string | null;
  /** Since when it stands. */
  readonly now: Date;
}

/**
 * Records a wish that came by SMS. Where its book takes none (receipts and codes, an exempt one) it is for the account's
 * marketing: whoever writes STOPP wants something to stop. Null where that is not to be left either.
 */
export async function recordSmsWish(
  tx: Transaction,
  wish: SmsWish,
): Promise<RecordedOptOut | null> {
  const recorded = await record(tx, wish);
  if (!('refused' in recorded)) return recorded;
  const wider = await record(tx, { ...wish, aim: wholeAccount(wish.aim) });
  return 'refused' in wider ? null : wider;
}

async function record(tx: Transaction, wish: SmsWish) {
  const { sms, aim, signal, isShown, allChannels, numberCountry, now } = wish;
  return recordOptOutEverywhere(tx, {
    target: await targetOf(tx, aim, sms),
    allChannels,
    signal,
    method: 'SMS_KEYWORD',
    actor: { kind: 'RECIPIENT', name: null },
    evidence: {
      path: '/sms/:gateway',
      sha256: createHash('sha256')
        .update(JSON.stringify([sms.source, sms.to, sms.text, sms.sentAt]))
        .digest('hex'),
      sentAt: sms.sentAt,
      // What somebody wrote is for whoever decides; a keyword says it all.
      ...(signal === 'UNCLEAR' && isShown && { note: sms.text.slice(0, LONGEST_NOTE) }),
    },
    numberCountry,
    now,
  });
}

const LONGEST_NOTE = 1000;

async function targetOf(tx: Transaction, aim: Aim, sms: SmsWish['sms']): Promise<OptOutTarget> {
  const { organisationId, messageId, scope } = aim;
  if (messageId !== null) return { messageId, scope };
  if (scope === 'LINK') throw new Error('only a message has a link');
  const recipientId = await ensureRecipient(tx, {
    organisationId,
    channel: 'SMS',
    addressKey: sms.fromKey,
    address: sms.fromAddress,
  });
  return { organisationId, recipientId, scope };
}
