import {
  type AnsweredMessage,
  type OptOutTarget,
  type RecordedOptOut,
  recordOptOutEverywhere,
} from '@adieu/db';
import type { RequestSignal } from '@adieu/domain';
import { saysAll } from '../../words/says-all.ts';
import { type ActOnMail, evidenceOf } from '../act-on-mail.ts';

const LONGEST_NOTE = 1_000;

/**
 * Records the wish of an answer: for what the answered mail's own link leaves, so that who was written to by hand leaves the account
 * (B6). Where that takes none (receipts and codes, an exempt list) it is for the account's marketing, as by SMS: whoever writes
 * STOPP wants something to stop. Null where that is not to be left either.
 */
export async function recordAnswerWish(
  { tx, mail, now }: Pick<ActOnMail, 'tx' | 'mail' | 'now'>,
  { messageId, accountId }: AnsweredMessage,
  wish: {
    readonly signal: RequestSignal;
    readonly keyword: string | null;
    /** What they wrote. */
    readonly text: string;
  },
): Promise<RecordedOptOut | null> {
  const { signal, keyword, text } = wish;
  const account = { messageId, scope: { kind: 'ACCOUNT', id: accountId } } as const;
  const record = (target: OptOutTarget) =>
    recordOptOutEverywhere(tx, {
      target,
      allChannels: saysAll(keyword),
      signal,
      method: 'MAIL_REPLY',
      actor: { kind: 'RECIPIENT', name: null },
      evidence: {
        ...evidenceOf(mail),
        // For whoever decides; a keyword of somebody whom we know says it all.
        ...(signal === 'UNCLEAR' &&
          text !== '' && { note: text.slice(0, LONGEST_NOTE).toWellFormed() }),
      },
      now,
    });
  const recorded = await record(saysAll(keyword) ? account : { messageId, scope: 'LINK' });
  if (!('refused' in recorded)) return recorded;
  const wider = await record(account);
  return 'refused' in wider ? null : wider;
}
