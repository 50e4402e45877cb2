import { readerOf } from '@adieu/messages';
import { armDigestLink, claimDigest, markDigestSent, membersDue, releaseDigest } from '@adieu/db';
import { hashSecretToken, reviewToken } from '@adieu/keys';
import { renderSystemMail } from '@adieu/templates';
import { Context } from '@temporalio/activity';
import { systemMail } from '../mail/system-mail.ts';
import { classifySmtpError, outcomeOf, type SmtpError } from '@adieu/gateways';
import type { ActivityDeps } from './activity-deps.ts';

/**
 * Tells the members whose turn it is what waits for a decision. Each digest is claimed in the record before it
 * is handed over, so that nobody gets two in a period: not from two workers, nor from one that died in between. Its
 * link opens the review to its reader. Gives how many mails the server took over.
 */
export function createSendDigests({
  db,
  ring,
  mail,
  links,
  log,
  clock,
}: Pick<ActivityDeps, 'db' | 'ring' | 'mail' | 'links' | 'log' | 'clock'>) {
  const tell = async (memberId: string): Promise<boolean> => {
    const digest = await claimDigest(db, memberId, clock());
    if (digest === null) return false;
    const {
      digestId,
      organisationName: organisation,
      from,
      email,
      language,
      accountTimeZone,
      lines,
    } = digest;
    const token = reviewToken(ring, digestId);
    const content = await renderSystemMail({
      template: 'digest',
      organisation,
      ...readerOf(language, { sender: accountTimeZone }),
      lines,
      reviewUrl: `${links.publicUrl}/review/${token}`,
      membersUrl: `${links.publicUrl}/members`,
    });
    // Armed first: a link that arrives works.
    const tokenHash = hashSecretToken(token);
    await armDigestLink(db.sql, { digestId, memberId, tokenHash, now: clock() });
    const envelope = { from: from, to: email };
    const messageId = `<digest.${digestId}@${links.mailDomain}>`;
    try {
      await mail.send(systemMail({ ...content, ...envelope, messageId, date: clock() }, links));
    } catch (error) {
      // A mail that may have left, or that the server refuses for good, is not tried again before the next period.
      const verdict = classifySmtpError(error as SmtpError);
      if (verdict === 'again') await releaseDigest(db.sql, digestId);
      log.warn({ memberId, verdict, outcome: outcomeOf(error) }, 'a digest was not handed over');
      return false;
    }
    await markDigestSent(db.sql, digestId, clock());
    return true;
  };

  return async (): Promise<number> => {
    let told = 0;
    for (const memberId of await membersDue(db.sql, clock())) {
      if (await tell(memberId)) told += 1;
      Context.current().heartbeat();
    }
    return told;
  };
}
