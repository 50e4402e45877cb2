import {
  campaignsToJudge,
  claimWarningMail,
  judgeCampaign,
  markWarningMailSent,
  releaseWarningMail,
  warningMailsDue,
  type WarningMailKey,
} from '@adieu/db';
import { renderSystemMail } from '@adieu/templates';
import { Context } from '@temporalio/activity';
import { systemMail } from '../mail/system-mail.ts';
import { classifySmtpError, outcomeOf, type SmtpError } from '@adieu/gateways';
import type { ActivityDeps } from './activity-deps.ts';

/** Of one run: the next minute goes on. */
const MOST_CAMPAIGNS = 200;
const MOST_MAILS = 200;

/**
 * Counts the campaigns whose turn it is, keeps their figures and raises what they warn of; then tells every active admin
 * person of each warning, once (F3, W-14). A mail is claimed before it is handed over, so that nobody gets it twice.
 * Gives how many mails the server took over.
 */
export function createJudgeCampaigns({
  db,
  mail,
  links,
  log,
  clock,
}: Pick<ActivityDeps, 'db' | 'mail' | 'links' | 'log' | 'clock'>) {
  const tell = async (key: WarningMailKey): Promise<boolean> => {
    const claimed = await claimWarningMail(db.sql, key, clock());
    if (claimed === null) return false;
    const { campaignName, accountName, organisationName, from, email, ...rest } = claimed;
    const content = await renderSystemMail({
      template: 'warning',
      reviewUrl: `${links.publicUrl}/review`,
      campaign: campaignName,
      account: accountName,
      organisation: organisationName,
      ...rest,
    });
    const { campaignId, kind, memberId } = key;
    // A pause is told each time.
    const at = kind === 'COMPLAINT_PAUSE' ? [`${claimed.raisedAt.getTime()}`] : [];
    const name = [campaignId, kind.toLowerCase(), ...at, memberId].join('.');
    const messageId = `<warning.${name}@${links.mailDomain}>`;
    const envelope = { from: from, to: email };
    try {
      await mail.send(systemMail({ ...content, ...envelope, messageId, date: clock() }, links));
    } catch (error) {
      const verdict = classifySmtpError(error as SmtpError);
      if (verdict === 'again') await releaseWarningMail(db.sql, key);
      log.warn({ ...key, verdict, outcome: outcomeOf(error) }, 'a warning was not handed over');
      return false;
    }
    await markWarningMailSent(db.sql, key, clock());
    return true;
  };

  return async (): Promise<number> => {
    for (const campaignId of await campaignsToJudge(db.sql, clock(), MOST_CAMPAIGNS)) {
      const kinds = await judgeCampaign(db, campaignId, clock());
      if (kinds.length > 0) log.warn({ campaignId, kinds }, 'a campaign warns');
      Context.current().heartbeat();
    }
    let told = 0;
    for (const key of await warningMailsDue(db.sql, clock(), MOST_MAILS)) {
      if (await tell(key)) told += 1;
      Context.current().heartbeat();
    }
    return told;
  };
}
