import { campaignForSending, claimTestMail, finishTestMail, hasSender } from '@adieu/db';
import { ApplicationFailure } from '@temporalio/activity';
import { type TestHandOver, testMailOf } from '../sender/test-mail.ts';
import { testSmsOf } from '../sender/test-sms.ts';
import type { ActivityDeps } from './activity-deps.ts';

/**
 * Hands over one test of a campaign: filled as the real one, marked as a test, with ways out that take nobody off. What is
 * refused for good ends it; only a crash between hand-over and record sends it twice, a mail under one Message-ID.
 */
export function createSendTestMail(
  deps: Pick<ActivityDeps, 'db' | 'mail' | 'sms' | 'smsLinks' | 'links' | 'log' | 'clock'>,
) {
  const { db, log, clock } = deps;
  const make = async (id: string): Promise<TestHandOver | { readonly refused: string } | null> => {
    const claimed = await claimTestMail(db, id, clock());
    if (claimed === null) return null;
    const campaign = await campaignForSending(db.sql, claimed.campaignId);
    if (campaign === null) return { refused: 'the campaign is gone' };
    if (!hasSender(campaign)) return { refused: 'its account has nothing to send from' };
    if (!campaign.ownsSender) return { refused: 'its sender is not its organisation’s' };
    const testOf = campaign.content.channel === 'EMAIL' ? testMailOf : testSmsOf;
    return testOf(deps, id, campaign, claimed);
  };

  return async (id: string): Promise<void> => {
    const made = await make(id);
    if (made === null) return;
    if ('refused' in made) {
      log.warn({ id, outcome: made.refused }, 'a test was not made');
      return finishTestMail(db.sql, id, `not rendered: ${made.refused}`, clock());
    }
    const { outcome, again } = await made.handOver();
    // What is thrown stands in the history: the carrier's words, without the address in them.
    if (again) throw ApplicationFailure.retryable(outcome, 'NotHandedOver');
    if (outcome !== 'SENT') log.warn({ id, outcome }, 'a test was not handed over');
    await finishTestMail(db.sql, id, outcome, clock());
  };
}
