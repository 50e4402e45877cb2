import { answerBySms } from '@adieu/db';
import { type Acted, acted, type ReadSms } from './act-on-sms.ts';

/** Answers who asks whose number it is, whatever they left or never had (SM-11, SM-17): so many times a day. */
export async function actOnHelp(
  { tx, sms, where, aims, now }: ReadSms,
  kind: 'HELP' | 'TEST',
): Promise<Acted> {
  const whose = aims[0] ?? where.senders[0];
  if (whose === undefined || isOthers(where, whose)) return acted('NOTHING');
  const { organisationId, accountId } = whose;
  const { id: about, fromKey: addressKey, to: sender } = sms;
  const ask = { organisationId, accountId, kind, about, addressKey, sender, now };
  return acted((await answerBySms(tx, ask)) ? 'ANSWER' : 'NOTHING');
}

/** Whether it is another's number by now, who has not sent from there yet: nobody tells that it is still whose it was. */
function isOthers({ senders }: ReadSms['where'], { accountId }: { accountId: string }): boolean {
  return senders.some((each) => each.accountId === accountId && each.isOthers);
}
