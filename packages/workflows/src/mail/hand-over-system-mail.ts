import { classifySmtpError, outcomeOf, type SmtpError } from '@adieu/gateways';
import { ApplicationFailure } from '@temporalio/activity';
import type { ActivityDeps } from '../activities/activity-deps.ts';
import { type SystemMail, systemMail } from './system-mail.ts';

/**
 * Hands over one of our own mails, dated now, in an activity that is retried: throws where it may be taken later. Gives false where it
 * never will be (no such mailbox, an address that no mail server of ours can carry): the log says of what, and why.
 */
export async function handOverSystemMail(
  { mail, log, links, clock }: Pick<ActivityDeps, 'mail' | 'log' | 'links' | 'clock'>,
  ours: Omit<SystemMail, 'date'>,
  of: Readonly<Record<string, string>>,
): Promise<boolean> {
  const raw = systemMail({ ...ours, date: clock() }, links);
  try {
    await mail.send(raw);
    return true;
  } catch (error) {
    const outcome = outcomeOf(error);
    // What is thrown stands in the history: the server's words, without the address in them.
    if (classifySmtpError(error as SmtpError) !== 'failed')
      throw ApplicationFailure.retryable(outcome, 'NotHandedOver');
    log.warn({ ...of, outcome }, 'a mail of ours was refused for good');
    return false;
  }
}
