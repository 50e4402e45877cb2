import type { SendableCampaign } from '@adieu/db';
import type { SmsGateway } from '@adieu/gateways';
import type { ReadySms } from '@adieu/templates';
import { campaignSms } from './campaign-sms.ts';
import type { Became, Carriage } from './carriage.ts';
import type { HandOverDeps } from './hand-over-deps.ts';
import { handOverSms } from './hand-over-sms.ts';
import { notToThisNumber } from './not-to-this-number.ts';
import { smsLimits } from './sms-limits.ts';

/** A campaign's text messages go to the gateway of their sender, as many at once and as fast as it takes. */
export function smsCarriage(
  deps: Pick<HandOverDeps, 'db' | 'clock' | 'links' | 'smsLinks'>,
  campaign: SendableCampaign,
  ready: ReadySms,
  gateway: SmsGateway,
): Carriage {
  const links = campaign.sender.kind === 'TEXT' || ready.asksForLink;
  return {
    atOnce: gateway.atOnce,
    limits: smsLimits(gateway),
    links,
    handOver: async (message, leaseUntil): Promise<Became> => {
      if (links && message.linkCode === null)
        return { state: 'QUEUED', outcome: 'no short link yet', dueAt: deps.clock() };
      const { messageId, attempts, address: to } = message;
      const { shortCodes } = deps.smsLinks;
      const held = notToThisNumber(campaign, shortCodes, {
        address: to,
        waiting: 'QUEUED',
        now: deps.clock(),
      });
      if (held !== null) return held;
      const compose = (now: Date) => campaignSms(deps.smsLinks, campaign, ready, message, now);
      const from = campaign.sender.address;
      const handed = { messageId, from, to, leaseUntil, attempts, waiting: 'QUEUED' } as const;
      return handOverSms(deps, gateway, compose, handed);
    },
  };
}
