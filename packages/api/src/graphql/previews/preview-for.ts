import { hasSender, type PreviewReader, previewReader } from '@adieu/db';
import { type Language, LANGUAGES } from '@adieu/domain';
import {
  keepCompiled,
  keepSms,
  type MailPreview,
  previewMail,
  previewSms,
  ReadyCampaign,
  ReadySms,
} from '@adieu/templates';
import { countryOfNumber } from '@adieu/keys';
import { readAddress } from '../shared/address.ts';
import { checkCampaign, type CheckedCampaign } from '../campaigns/check-campaign.ts';
import type { Context } from '../shared/context.ts';
import { readId } from '../shared/read-id.ts';
import { InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { CampaignTextRefused } from '../campaigns/campaign-text-refused.type.ts';

/** Which campaign is looked at, as whom. */
export interface PreviewInput {
  readonly campaignId: string;
  readonly contactId?: string | null;
  readonly contactAddress?: string | null;
  readonly language?: string | null;
}

export interface PreviewedCampaign {
  readonly checked: CheckedCampaign;
  /** Null: nobody in particular. */
  readonly reader: PreviewReader | null;
  readonly language: Language | null;
  readonly mail: MailPreview;
}

/** A campaign's mail filled for one contact, or for a made-up reader, to look at; or why there is none. */
export async function previewFor(
  ctx: Context,
  input: PreviewInput,
): Promise<PreviewedCampaign | Problem> {
  const asked = input.language ?? null;
  const language = LANGUAGES.find((code) => code === asked) ?? null;
  if (asked !== language)
    return new InvalidInput('language', `Use one of ${LANGUAGES.join(', ')}.`);
  const campaignId = readId('campaign', input.campaignId, 'campaignId');
  const checked = await checkCampaign(ctx, campaignId);
  if (checked === null) return new NotFound('campaign', 'campaignId');
  if (!checked.compiled.ok) return new CampaignTextRefused(checked.compiled.problems);
  const reader = await readerOf(ctx, checked, input);
  if (reader instanceof Problem) return reader;
  const values = {
    language: language ?? reader?.language ?? null,
    fields: reader?.fields ?? {},
    address: reader?.address ?? '',
  };
  const mail = await fill(ctx, checked, values);
  if ('refused' in mail)
    return new InvalidInput(
      'contactId',
      `No message can be made for this reader: ${mail.refused}.`,
    );
  return { checked, reader, language, mail };
}

/** A text message has a text alone: the rest of a mail is empty. */
async function fill(
  ctx: Context,
  { campaign, compiled }: CheckedCampaign,
  reader: Pick<PreviewReader, 'language' | 'fields' | 'address'>,
): Promise<MailPreview | { readonly refused: string }> {
  if (!compiled.ok) return { refused: 'its text does not compile' };
  if (!hasSender(campaign)) return { refused: 'its account has nothing to send from' };
  if (compiled.channel === 'EMAIL') {
    const ready = new ReadyCampaign(keepCompiled(compiled.campaign), campaign.organisationId);
    return previewMail(campaign, ready, reader, ctx.installation);
  }
  const ready = new ReadySms(
    keepSms(compiled.campaign, campaign.addsSmsWayOut),
    campaign.organisationId,
  );
  // Somebody made up lives where the account does.
  const country = reader.address === '' ? campaign.country : countryOfNumber(reader.address);
  const shown = await previewSms(
    campaign,
    ready,
    { ...reader, country },
    ctx.installation,
    ctx.now,
  );
  return 'refused' in shown ? shown : { subject: '', html: '', headers: [], ...shown };
}

async function readerOf(
  ctx: Context,
  { row: { id: campaignId, channel }, campaign: { country } }: CheckedCampaign,
  { contactId = null, contactAddress = null }: PreviewInput,
): Promise<PreviewReader | null | Problem> {
  if (contactId !== null && contactAddress !== null)
    return new InvalidInput('contactAddress', 'Name the contact by id or by address, not by both.');
  if (contactId !== null) {
    const id = readId('contact', contactId, 'contactId');
    const found = await previewReader(ctx.db.sql, campaignId, { contactId: id });
    return found ?? new NotFound('contact in the account of this campaign', 'contactId');
  }
  if (contactAddress === null) return null;
  const known = readAddress(ctx.ring, contactAddress, channel, country);
  if (known instanceof Problem) return new InvalidInput('contactAddress', known.message);
  const { addressKey } = known;
  const found = await previewReader(ctx.db.sql, campaignId, { addressKey });
  return found ?? new NotFound('contact in the account of this campaign', 'contactAddress');
}
