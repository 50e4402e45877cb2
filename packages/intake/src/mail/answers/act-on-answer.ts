import {
  answeredMessage,
  type AnsweredMessage,
  forwardAnswer,
  liftUndeliverable,
  startDoubleOptInByMail,
} from '@adieu/db';
import type { InboundRemark } from '@adieu/domain';
import type { ActedOnMail } from '../act-on-mail.ts';
import type { ReadAnswer } from './answer.ts';
import { whyAutomatic } from './why-automatic.ts';
import { keepAutoReply } from './keep-auto-reply.ts';
import { isOfRecipient } from './is-of-recipient.ts';
import { type AnswerFacts, type AnswerVerdict, judgeAnswer } from './judge-answer.ts';
import { recordAnswerWish } from './record-answer-wish.ts';

/** Does what an answer asks for; what asks for nothing that we do goes to whoever reads the account's mail, once (B4, N5). */
export async function actOnAnswer(answer: ReadAnswer): Promise<ActedOnMail> {
  const { tx, words, text, isByToken, voucher } = answer;
  const answered = await answeredMessage(tx, answer.messageId);
  if (answered === null) return { parked: 'NO_SENDER' };
  const { organisationId, accountId, addressBookId } = answered;
  const whose = { organisationId, accountId, addressBookId };
  const mark = whyAutomatic(answer);
  if (mark !== null) {
    // What no person wrote starts nothing, is answered by nothing and goes to nobody (M-3).
    if (isOfRecipient(fromOf(answer), answered))
      await keepAutoReply(tx, answered, mark, answer.now);
    return { ...whose, outcome: 'NOTHING', text, remark: mark };
  }
  const facts = {
    act: words.act,
    isOfRecipient: isOfRecipient(fromOf(answer), answered),
    isByToken,
    isVouchedFor: voucher !== null,
  };
  const verdict = judgeAnswer(facts);
  if (facts.isOfRecipient && (isByToken || facts.isVouchedFor)) await isReached(answer, answered);
  const acted = await act(answer, answered, verdict);
  const { keyword, why } = words;
  const doubt = verdict === 'UNCLEAR' ? { remark: doubtOf(facts) } : {};
  return { ...whose, text, ...(verdict !== 'PASS_ON' && { keyword, why }), ...doubt, ...acted };
}

async function act(
  answer: ReadAnswer,
  answered: AnsweredMessage,
  verdict: AnswerVerdict,
): Promise<Extract<ActedOnMail, { outcome: unknown }>> {
  const { tx, words, text, now } = answer;
  if (verdict === 'PASS_ON') return forward(answer, answered);
  if (verdict === 'START') {
    if (answered.purpose === 'TRANSACTIONAL' || !answered.isOpen) return forward(answer, answered);
    const doubleOptInId = await startDoubleOptInByMail(tx, answered, now);
    return doubleOptInId === null
      ? { outcome: 'NOTHING', remark: 'ASKED_ALREADY' }
      : { outcome: 'DOUBLE_OPT_IN', doubleOptInId };
  }
  const wish = { signal: verdict, keyword: words.keyword, text };
  const recorded = await recordAnswerWish(answer, answered, wish);
  if (recorded === null) return { ...(await forward(answer, answered)), remark: 'NOT_TO_BE_LEFT' };
  const { requestId, state } = recorded;
  return { outcome: state === 'PENDING' ? 'PAUSE' : 'OPT_OUT', requestId };
}

/** Why a wish waits for somebody. */
function doubtOf(facts: AnswerFacts): InboundRemark {
  if (!facts.isOfRecipient) return 'OTHER_ADDRESS';
  return facts.act === 'OPT_OUT' ? 'NOT_VOUCHED_FOR' : 'OWN_WORDS';
}

/** Whoever answers has a mailbox that works: what bounced before counts no more. */
async function isReached(
  { tx, now }: ReadAnswer,
  { organisationId, recipientId }: AnsweredMessage,
): Promise<void> {
  const actor = { kind: 'RECIPIENT', name: null } as const;
  await liftUndeliverable(tx, {
    organisationId,
    recipientId,
    by: 'ANSWER',
    actor,
    reason: null,
    now,
  });
}

/** Where it came to an address of ours: what Adieu reads in the account's own mailbox is there already. */
async function forward(
  { tx, mail, isByToken, now }: ReadAnswer,
  { organisationId, accountId, replyAddress }: AnsweredMessage,
): Promise<{ readonly outcome: 'FORWARDED' | 'NOTHING'; readonly remark?: InboundRemark }> {
  const { id: inboundMessageId, fromKey: writerKey } = mail;
  if (!isByToken) return { outcome: 'NOTHING', remark: 'READ_THERE' };
  if (replyAddress === null || writerKey === null) return { outcome: 'NOTHING', remark: 'KEPT' };
  const ask = { inboundMessageId, organisationId, accountId, writerKey, now };
  return (await forwardAnswer(tx, ask))
    ? { outcome: 'FORWARDED' }
    : { outcome: 'NOTHING', remark: 'SHARE_IS_USED' };
}

function fromOf({ mail: { fromAddress: address, fromKey: addressKey } }: ReadAnswer) {
  return { address, addressKey };
}
