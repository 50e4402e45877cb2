import { type CampaignForSending, hasSender } from '@adieu/db';
import { readyCampaign, readySms } from '@adieu/templates';
import { ApplicationFailure } from '@temporalio/activity';
import type { Carriage } from './carriage.ts';
import type { HandOverDeps } from './hand-over-deps.ts';
import { mailCarriage } from './mail-carriage.ts';
import { smsCarriage } from './sms-carriage.ts';

/** How a campaign goes out, by its channel; null where it was not compiled, or has nothing to go out from. */
export async function carriageOf(
  deps: HandOverDeps,
  campaign: CampaignForSending,
): Promise<Carriage | null> {
  if (!hasSender(campaign)) return null;
  const mails = await readyCampaign(campaign);
  if (mails !== null) return mailCarriage(deps, campaign, mails);
  const texts = await readySms(campaign);
  if (texts === null) return null;
  const gateway = deps.sms.gatewayFor(campaign.sender.address);
  // Its operator may have taken the gateway away for a while: the campaign waits, it does not end.
  if (gateway === null)
    throw ApplicationFailure.retryable(
      'no gateway carries the sender of this campaign',
      'NoGateway',
    );
  return smsCarriage(deps, campaign, texts, gateway);
}
