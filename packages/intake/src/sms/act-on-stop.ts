import { blockAtShortCode, keepReturns, latestOfBook, receiptAgain, returnsSince } from '@adieu/db';
import { type RequestSignal, smsRules, stopCounts, stoppedAt } from '@adieu/domain';
import { type Acted, acted, type ReadSms } from './act-on-sms.ts';
import { type Aim, wholeAccount } from './aims.ts';
import { saysAll } from '../words/says-all.ts';
import { recordSmsWish } from './record-sms-wish.ts';

/** Records a wish to stop wherever it is meant; null where nobody can be meant, and somebody has to look. */
export async function actOnStop(read: ReadSms, said: RequestSignal): Promise<Acted | null> {
  const { tx, sms, words, aims, whose } = read;
  const returns = await returnsSince(tx, sms, stoppedAt(sms));
  const counts = stopCounts(sms, returns);
  if (counts === 'NO') return acted('NOTHING');
  // Whether they came back after it or left again only somebody can tell.
  const signal = counts === 'IN_DOUBT' ? 'UNCLEAR' : said;
  const isOpen = returns.some(({ isConfirmed }) => !isConfirmed);
  // No proof lifts a wish that is younger than what began it: where a question stays open, it stands since it was sent.
  const since = isOpen ? stoppedAt(sms) : sms.receivedAt;
  let requestId: string | null = null;
  for (const named of aims) {
    const aim = await credited(read, named);
    const recorded = await recordSmsWish(tx, {
      sms,
      aim: endsAll(read, aim.accountId) ? wholeAccount(aim) : aim,
      signal,
      isShown: aim.organisationId === whose?.organisationId,
      allChannels: saysAll(words.keyword),
      numberCountry: read.country,
      now: since,
    });
    requestId ??= recorded?.requestId ?? null;
    if (recorded?.effect === 'joined' && signal === 'CLEAR')
      await receiptAgain(tx, {
        requestId: recorded.requestId,
        accountId: aim.accountId,
        numberCountry: read.country,
        answeredTo: sms.to,
        now: read.now,
      });
  }
  const ids = returns.map(({ doubleOptInId }) => doubleOptInId);
  if (ids.length > 0) await keepReturns(tx, ids);
  if (signal === 'UNCLEAR') return requestId === null ? null : acted('PAUSE', { requestId });
  const blocks = read.isShared && words.codeword === null;
  if (blocks) await block(read);
  if (requestId !== null) return acted('OPT_OUT', { requestId });
  return acted(blocks ? 'BLOCK' : 'NOTHING');
}

/** With the message of that book that it answers: by a codeword a campaign is left as by an answer to it. */
async function credited({ tx, sms }: ReadSms, aim: Aim): Promise<Aim> {
  const { messageId, scope } = aim;
  if (messageId !== null || scope === 'LINK' || scope.kind !== 'BOOK') return aim;
  const { fromKey, to, sentAt } = sms;
  const ofBook = { addressBookId: scope.id, fromKey, to, sentAt };
  return { ...aim, messageId: await latestOfBook(tx, ofBook) };
}

async function block({ tx, sms, aims, now }: ReadSms): Promise<void> {
  const { organisationId = null, addressBookId = null } = aims[0] ?? {};
  const { fromKey: addressKey, to: shortCode } = sms;
  await blockAtShortCode(tx, { addressKey, shortCode, organisationId, addressBookId, now });
}

/** Where one word ends all that an account sends: by the law of the number or of the account (SM-19), or because it says so. */
function endsAll({ where, words, country, sms }: ReadSms, accountId: string): boolean {
  const account = [...where.senders, ...where.latest].find((each) => each.accountId === accountId);
  const { revokeAll } = smsRules(country, account?.country ?? null, stoppedAt(sms));
  return revokeAll || saysAll(words.keyword);
}
