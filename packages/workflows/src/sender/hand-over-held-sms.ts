import type { ClaimedHeld, HandOverResult, SendableCampaign } from '@adieu/db';
import type { ReadySms } from '@adieu/templates';
import { notRendered } from './attempt.ts';
import { campaignSms } from './campaign-sms.ts';
import type { HandOverDeps } from './hand-over-deps.ts';
import { handOverSms } from './hand-over-sms.ts';
import { notToThisNumber } from './not-to-this-number.ts';

/** A text message that was held. */
export interface HeldText {
  readonly message: ClaimedHeld;
  readonly campaign: SendableCampaign;
  readonly ready: ReadySms;
}

/**
 * What was held for one number goes as one SMS, the way out once, at its end: that of the message which carries the others.
 * All share what becomes of it.
 */
export async function handOverHeldSms(
  deps: HandOverDeps,
  texts: readonly HeldText[],
  leaseUntil: Date,
): Promise<HandOverResult[]> {
  const { campaign, message } = texts.at(-1)!;
  const gateway = deps.sms.gatewayFor(campaign.sender.address);
  if (gateway === null)
    return texts.map(({ message: { messageId } }) => ({
      messageId,
      ...notRendered(new Error('no gateway carries its sender')),
    }));
  const held = notToThisNumber(campaign, deps.smsLinks.shortCodes, {
    address: message.address,
    waiting: 'HELD',
    now: deps.clock(),
  });
  if (held !== null) return texts.map(({ message: { messageId } }) => ({ messageId, ...held }));
  const carrier = message.carriedBy;
  const compose = async (now: Date): Promise<string> => {
    const filled: string[] = [];
    for (const [i, text] of texts.entries())
      filled.push(
        await campaignSms(
          deps.smsLinks,
          text.campaign,
          text.ready,
          text.message,
          now,
          i === texts.length - 1,
        ),
      );
    return filled.join('\n\n');
  };
  const became = await handOverSms(deps, gateway, compose, {
    messageId: carrier,
    from: campaign.sender.address,
    to: message.address,
    leaseUntil,
    attempts: Math.max(...texts.map((text) => text.message.attempts)),
    waiting: 'HELD',
  });
  const { taken: _taken, ...shared } = became;
  return texts.map(({ message: { messageId } }) => ({
    messageId,
    ...(messageId === carrier ? became : shared),
  }));
}
