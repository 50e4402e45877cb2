import { answerToForward, finishForwarded } from '@adieu/db';
import { prepareForward } from '@adieu/intake';
import { languageOf, MAIL_MESSAGES } from '@adieu/messages';
import { ApplicationFailure } from '@temporalio/activity';
import { answerMail } from '../mail/answer-mail.ts';
import { handOverSystemMail } from '../mail/hand-over-system-mail.ts';
import type { ActivityDeps } from './activity-deps.ts';

/**
 * Hands an answer over to whoever reads the mail of an account, once; only a crash between hand-over and record sends it twice, under
 * one Message-ID.
 */
export function createForwardAnswer(
  deps: Pick<ActivityDeps, 'db' | 'ring' | 'mail' | 'log' | 'links' | 'clock'>,
) {
  const { db, ring, log, links, clock } = deps;
  return async (id: string): Promise<void> => {
    const answer = await answerToForward(db.sql, id);
    if (answer === null) return;
    const { instead } = MAIL_MESSAGES[languageOf(answer.language)].answer;
    const inert = await prepareForward({ sql: db.sql, ring, links }, id, instead);
    if (inert === null) return;
    if ('refused' in inert) {
      if (inert.refused === 'busy') throw ApplicationFailure.retryable('too busy', 'NotHandedOver');
      log.warn({ inboundMessageId: id, outcome: inert.refused }, 'an answer can not be passed on');
      return finishForwarded(db.sql, id, `not opened: ${inert.refused}`, clock());
    }
    const mail = answerMail(answer, inert, `<answer.${id}@${links.mailDomain}>`);
    const went = await handOverSystemMail(deps, mail, { inboundMessageId: id });
    await finishForwarded(db.sql, id, went ? 'SENT' : 'refused by the mail server', clock());
  };
}
