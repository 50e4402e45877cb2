import type { ClaimedMessage, SendableCampaign } from '@adieu/db';
import { countryOfNumber } from '@adieu/keys';
import { mayLeaveSms, type ReadySms, type SmsInstallation, sayWayOut } from '@adieu/templates';

/**
 * What one recipient reads of a campaign by SMS. Throws where there is none that may go out. Where another text behind it says
 * the way out for both, this one says none.
 */
export function campaignSms(
  { shortUrl, shortCodes }: SmsInstallation,
  campaign: SendableCampaign,
  ready: ReadySms,
  { address, language, fields, linkCode = null }: Omit<ClaimedMessage, 'messageId' | 'attempts'>,
  now: Date,
  saysWayOut = true,
): string | Promise<string> {
  const { sender, organisationName: organisation, accountName: account } = campaign;
  const way = { sender, country: countryOfNumber(address), accountCountry: campaign.country };
  const url = linkCode === null ? null : `${shortUrl}${linkCode}`;
  const hasWayOut = saysWayOut && mayLeaveSms(campaign);
  return ready.fillFor({
    language,
    fields,
    organisation,
    account,
    wayOutIn: (spoken) =>
      hasWayOut ? sayWayOut({ ...way, language: spoken, shortCodes, url, at: now }) : null,
  });
}
