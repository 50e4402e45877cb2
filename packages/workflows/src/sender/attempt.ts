import type { CampaignForSending, ClaimedMessage, HandOverResult } from '@adieu/db';
import type { CompiledCampaign } from '@adieu/templates';
import type { RawMail } from '../mail/transport.ts';
import { campaignMail } from './campaign-mail.ts';
import { outcomeOf, readSmtpError, retryDelay, type SmtpError } from './classify-smtp-error.ts';
import type { HandOverDeps } from './hand-over-deps.ts';

/** Composes one message's mail and hands it over; gives what became of it, and never rejects. */
export async function attempt(
  deps: HandOverDeps,
  campaign: CampaignForSending,
  compiled: CompiledCampaign,
  message: ClaimedMessage,
  leaseUntil: Date,
): Promise<HandOverResult> {
  const { messageId, attempts } = message;
  const again = (outcome: string, dueAt: Date): HandOverResult => ({
    messageId,
    state: 'QUEUED',
    outcome,
    dueAt,
  });
  let mail: RawMail;
  try {
    mail = campaignMail(deps, campaign, compiled, message, deps.clock());
  } catch (error) {
    return {
      messageId,
      state: 'FAILED',
      outcome: `not rendered: ${outcomeOf(error)}`,
      dueAt: null,
    };
  }
  // The gate's answer holds for the lease and no longer.
  if (deps.clock() >= leaseUntil)
    return again('the lease ran out before the hand-over', deps.clock());
  try {
    const outcome = await deps.mail.send(mail, leaseUntil);
    return { messageId, state: 'SENT', outcome: outcome.slice(0, 300), dueAt: null };
  } catch (error) {
    const reading = readSmtpError(error as SmtpError);
    const delay = reading.verdict === 'again' ? retryDelay(reading.retry, attempts) : null;
    if (delay !== null) return again(outcomeOf(error), new Date(deps.clock().getTime() + delay));
    return {
      messageId,
      state: reading.verdict === 'unknown' ? 'UNKNOWN' : 'FAILED',
      outcome: outcomeOf(error),
      dueAt: null,
    };
  }
}
