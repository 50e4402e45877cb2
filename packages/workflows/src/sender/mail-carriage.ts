import type { SendableCampaign } from '@adieu/db';
import type { ReadyCampaign } from '@adieu/templates';
import { campaignMail } from './campaign-mail.ts';
import type { Carriage } from './carriage.ts';
import type { HandOverDeps } from './hand-over-deps.ts';
import { handOverMail } from './hand-over-mail.ts';

/** A campaign's mails go to the pool of the mail server, each to its connection at once. */
export function mailCarriage(
  deps: Omit<HandOverDeps, 'db' | 'sms' | 'smsLinks'>,
  campaign: SendableCampaign,
  ready: ReadyCampaign,
): Carriage {
  return {
    atOnce: deps.mail.poolSize,
    limits: deps.limits ?? null,
    links: false,
    handOver: (message, leaseUntil) =>
      handOverMail(deps, (now) => campaignMail(deps, campaign, ready, message, now), {
        leaseUntil,
        attempts: message.attempts,
        waiting: 'QUEUED',
      }),
  };
}
