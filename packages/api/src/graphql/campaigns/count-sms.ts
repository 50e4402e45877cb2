import { audienceReaders, type CampaignForSending, hasSender, REACHED_LATER } from '@adieu/db';
import { countryOfNumber } from '@adieu/keys';
import {
  type CheckedAudience,
  type CompiledSms,
  keepSms,
  MOST_COUNTED,
  ReadySms,
  type SmsTally,
  tallySms,
} from '@adieu/templates';
import type { Context } from '../shared/context.ts';

/** One text of a campaign, with how many get it and what it comes to for all of them. */
export interface SmsLanguage extends Pick<SmsTally, 'language' | 'median' | 'longest'> {
  readonly recipients: number;
  readonly parts: number;
}

/** What a campaign by SMS comes to, as it would be sent now. */
export interface SmsAudience {
  readonly recipients: number;
  readonly counted: number;
  readonly isSample: boolean;
  readonly parts: number;
  readonly languages: readonly SmsLanguage[];
}

/** Each text filled for whom it would reach; none where nothing is there to send it from, as that says how one leaves. */
export async function tallyCampaign(
  { db, installation, now }: Context,
  campaign: CampaignForSending,
  compiled: CompiledSms,
): Promise<SmsTally[]> {
  if (!hasSender(campaign) || campaign.sender.kind === 'EMAIL') return [];
  const found = await audienceReaders(db.sql, campaign.campaignId, { most: MOST_COUNTED, now });
  const readers = found.map(({ address, ...reader }) => ({
    ...reader,
    country: countryOfNumber(address),
  }));
  const ready = new ReadySms(keepSms(compiled, campaign.addsSmsWayOut), campaign.organisationId);
  return tallySms(campaign, ready, readers, installation, now);
}

/** Of a sample what all come to is reckoned from it, by its share of whom the campaign reaches. */
export function smsAudienceOf(
  audience: CheckedAudience,
  tallies: readonly SmsTally[],
): SmsAudience {
  const later: readonly string[] = REACHED_LATER;
  const lost = audience.stopped.filter(({ reason }) => !later.includes(reason));
  const reached = lost.reduce((left, { count }) => left - count, audience.total);
  const counted = tallies.reduce((sum, tally) => sum + tally.counted, 0);
  const isSample = audience.total > MOST_COUNTED;
  const share = isSample && counted > 0 ? reached / counted : 1;
  const languages = tallies.map((tally): SmsLanguage => {
    const { language, median, longest } = tally;
    // That of somebody made up is nobody's.
    const parts = tally.counted === 0 ? 0 : Math.round(tally.parts * share);
    return { language, recipients: Math.round(tally.counted * share), parts, median, longest };
  });
  const parts = languages.reduce((sum, language) => sum + language.parts, 0);
  return { recipients: isSample ? reached : counted, counted, isSample, parts, languages };
}
