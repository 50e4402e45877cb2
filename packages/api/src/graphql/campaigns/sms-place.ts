import { audienceCountries, type Campaign, type CampaignForSending } from '@adieu/db';
import { atHome, regimeZone } from '@adieu/domain';
import type { SmsPlace } from '@adieu/templates';
import type { Context } from '../shared/context.ts';

/** When it would go: not before `sendAt`, or at once. */
export interface PlannedSend {
  readonly sendAt?: Date | null | undefined;
  readonly inRecipientsZone?: boolean | null | undefined;
}

/** What it would be sent from, with the countries where that is at home; null of a mail, and where there is nothing. */
export function smsSenderOf({ installation }: Context, campaign: CampaignForSending) {
  const { sender, senderCountries: countries, country } = campaign;
  if (sender === null || sender.kind === 'EMAIL') return null;
  const { shortCodes } = installation;
  return atHome({ ...sender, kind: sender.kind, countries }, { shortCodes, country });
}

/** The send is when it was planned as it was released, is to be, or now. */
export async function smsPlaceOf(
  { db, loaders, now }: Context,
  row: Campaign,
  { campaignId, accountId, country }: CampaignForSending,
  { sendAt, inRecipientsZone }: PlannedSend,
): Promise<SmsPlace> {
  const account = await loaders.account.load(accountId);
  return {
    account: { country, timeZone: account?.timeZone ?? regimeZone(country) },
    countries: await audienceCountries(db.sql, campaignId, now),
    at: row.sendAt ?? sendAt ?? now,
    inRecipientsZone: inRecipientsZone ?? false,
  };
}
