import {
  campaignForSending,
  claimTestMail,
  finishTestMail,
  hasSender,
  type TestMail,
} from '@adieu/db';
import { composeMail, previewMail, readyCampaign, testSubject } from '@adieu/templates';
import { ApplicationFailure } from '@temporalio/activity';
import { classifySmtpError, outcomeOf, type SmtpError } from '@adieu/gateways';
import type { ActivityDeps } from './activity-deps.ts';

/**
 * Hands over one test mail: filled as the real one, marked as a test, with ways out that take nobody off. What the mail
 * server refuses for good ends it; only a crash between hand-over and record sends it twice, under one Message-ID.
 */
export function createSendTestMail({
  db,
  mail,
  links,
  log,
  clock,
}: Pick<ActivityDeps, 'db' | 'mail' | 'links' | 'log' | 'clock'>) {
  const rawOf = async (id: string, { campaignId, address, ...reader }: TestMail) => {
    const campaign = await campaignForSending(db.sql, campaignId);
    if (campaign === null) return { refused: 'the campaign is gone' };
    if (!hasSender(campaign)) return { refused: 'its account has nothing to send from' };
    if (!campaign.ownsSenderDomain) return { refused: 'its domain is not its organisation’s' };
    const compiled = await readyCampaign(campaign);
    if (compiled === null) return { refused: 'the campaign no longer compiles' };
    const content = await previewMail(campaign, compiled, reader, links);
    if ('refused' in content) return content;
    const raw = composeMail({
      ...content,
      subject: testSubject(content.subject, content.language),
      from: campaign.sender,
      to: address,
      messageId: `<test.${id}@${links.mailDomain}>`,
      date: clock(),
    });
    return { from: campaign.sender.address, to: address, raw };
  };

  return async (id: string): Promise<void> => {
    const claimed = await claimTestMail(db, id, clock());
    if (claimed === null) return;
    const made = await rawOf(id, claimed);
    if ('refused' in made) {
      log.warn({ id, outcome: made.refused }, 'a test mail was not made');
      return finishTestMail(db.sql, id, `not rendered: ${made.refused}`, clock());
    }
    try {
      await mail.send(made);
    } catch (error) {
      const outcome = outcomeOf(error);
      // What is thrown stands in the history: the server's words, without the address in them.
      if (classifySmtpError(error as SmtpError) === 'again')
        throw ApplicationFailure.retryable(outcome, 'NotHandedOver');
      log.warn({ id, outcome }, 'a test mail was not handed over');
      return finishTestMail(db.sql, id, outcome, clock());
    }
    await finishTestMail(db.sql, id, 'SENT', clock());
  };
}
