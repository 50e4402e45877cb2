import {
  accountTrend,
  armDigestLink,
  campaignsOfWeek,
  claimWeeklyReport,
  figuresBefore,
  markWeeklyReportSent,
  releaseWeeklyReport,
  type WeeklyReportKey,
  weeklyReportsDue,
} from '@adieu/db';
import { longTermRate, WARNING } from '@adieu/domain';
import { hashSecretToken, reviewToken } from '@adieu/keys';
import { readerOf } from '@adieu/messages';
import { renderSystemMail } from '@adieu/templates';
import { Context } from '@temporalio/activity';
import { systemMail } from '../mail/system-mail.ts';
import { classifySmtpError, outcomeOf, type SmtpError } from '@adieu/gateways';
import type { ActivityDeps } from './activity-deps.ts';

/** Of one run: the next hour goes on. */
const MOST_MAILS = 200;
const WEEKS = 12;

/**
 * Mails last week's figures of each account that sent campaigns to the members who want them, once each (F5). A mail is
 * claimed before it is handed over, so that nobody gets it twice; its link opens the reports, where it can be stopped too.
 * Gives how many mails the server took over.
 */
export function createSendWeeklyReports({
  db,
  ring,
  mail,
  links,
  log,
  clock,
}: Pick<ActivityDeps, 'db' | 'ring' | 'mail' | 'links' | 'log' | 'clock'>) {
  const tell = async (key: WeeklyReportKey): Promise<boolean> => {
    const claimed = await claimWeeklyReport(db.sql, key, clock());
    if (claimed === null) return false;
    const { id, accountName, organisationName, accountTimeZone, from, email, language } = claimed;
    const token = reviewToken(ring, id);
    const figures = await figuresOf(key);
    const content = await renderSystemMail({
      template: 'weekly-report',
      ...readerOf(language, { sender: accountTimeZone }),
      organisation: organisationName,
      account: accountName,
      week: key.week,
      reportsUrl: `${links.publicUrl}/review/${token}/reports`,
      ...figures,
    });
    // Armed first: a link that arrives works.
    const tokenHash = hashSecretToken(token);
    const { memberId } = key;
    await armDigestLink(db.sql, { digestId: id, memberId, tokenHash, now: clock() });
    const envelope = { from: from, to: email };
    const messageId = `<weekly-report.${id}@${links.mailDomain}>`;
    try {
      await mail.send(systemMail({ ...content, ...envelope, messageId, date: clock() }, links));
    } catch (error) {
      const verdict = classifySmtpError(error as SmtpError);
      if (verdict === 'again') await releaseWeeklyReport(db.sql, id);
      log.warn({ ...key, verdict, outcome: outcomeOf(error) }, 'a report was not handed over');
      return false;
    }
    await markWeeklyReportSent(db.sql, id, clock());
    return true;
  };

  /** The campaigns of the week, and the weeks up to it. */
  const figuresOf = async ({ accountId, week }: WeeklyReportKey) => {
    const end = new Date(Date.parse(week) + 7 * 86_400_000);
    const [campaigns, trend, before] = await Promise.all([
      campaignsOfWeek(db.sql, { accountId, week }),
      accountTrend(db.sql, accountId, 'WEEK', WEEKS + 1),
      figuresBefore(db.sql, accountId, end, WARNING.mostCampaigns),
    ]);
    const periods = trend.filter(({ from, sent }) => from < end && sent > 0);
    const weeks = periods.map(({ from, sent, optOuts, complaints }) => ({
      from,
      optOutRate: optOuts / sent,
      complaintRate: complaints / sent,
    }));
    const countedAt = periods.findLast((period) => period.countedAt !== null)?.countedAt ?? null;
    return { campaigns, weeks, countedAt, usual: longTermRate(before)?.mean ?? null };
  };

  return async (): Promise<number> => {
    let told = 0;
    for (const key of await weeklyReportsDue(db.sql, clock(), MOST_MAILS)) {
      if (await tell(key)) told += 1;
      Context.current().heartbeat();
    }
    return told;
  };
}
