import type { CampaignForSending, NamedRecipient } from '@adieu/db';
import { SMS_SENDER_FINDINGS, smsSenderFindings } from '@adieu/domain';
import { countryOfNumber } from '@adieu/keys';
import { smsSenderOf } from '../campaigns/sms-place.ts';
import type { Context } from '../shared/context.ts';
import { InvalidInput } from '../shared/problems.ts';

/** The first of these numbers to whose country the campaign's sender may not send (SM-15): no test arrives there either. */
export function notSentThere(
  ctx: Context,
  campaign: CampaignForSending,
  to: readonly { readonly recipient: NamedRecipient }[],
): InvalidInput | null {
  const sender = smsSenderOf(ctx, campaign);
  if (sender === null) return null;
  for (const [i, { recipient }] of to.entries()) {
    const country = countryOfNumber(recipient.address);
    if (country === null) continue;
    const wrong = smsSenderFindings(sender, country, ctx.now)
      .map((name) => SMS_SENDER_FINDINGS[name])
      .find(({ level }) => level === 'ERROR');
    if (wrong !== undefined)
      return new InvalidInput(
        'to',
        `Number ${i + 1} of these is of ${country}: ${wrong.message}. ${wrong.fix}`,
      );
  }
  return null;
}
