import type { CampaignContent, CompiledContent, Purpose, ShortCodes } from '@adieu/domain';
import { TEST_CODE } from '@adieu/domain';
import type { PreviewedSms, ReadySms, SmsReader } from './ready-sms.ts';
import { sayWayOut, type SmsSenderOfCampaign } from './say-way-out.ts';

export interface SmsInstallation {
  /** What short links begin with: `https://HOST/s/`. */
  readonly shortUrl: string;
  readonly shortCodes: ShortCodes;
}

/** What of a campaign makes its texts. */
export interface SmsCampaign {
  readonly content: CampaignContent;
  readonly compiled: CompiledContent | null;
  readonly purpose: Purpose;
  readonly exempt: boolean;
  readonly organisationName: string;
  readonly accountName: string;
  /** Of its account (ISO 3166). */
  readonly country: string | null;
  readonly sender: SmsSenderOfCampaign;
}

/** Whether its readers can leave what it is of. */
export function mayLeaveSms({ purpose, exempt }: Pick<SmsCampaign, 'purpose' | 'exempt'>): boolean {
  return purpose !== 'TRANSACTIONAL' && !exempt;
}

/** For whom a text is filled, to look at it. */
export interface SmsLooker {
  readonly language: string | null;
  readonly fields: Readonly<Record<string, string>>;
  /** Of their number (ISO 3166). */
  readonly country: string | null;
}

/** A reader of a campaign as its texts are filled for them, with a link as long as real ones, which takes nobody off. */
export function smsReaderOf(
  campaign: SmsCampaign,
  { language, fields, country }: SmsLooker,
  { shortUrl, shortCodes }: SmsInstallation,
  at: Date,
): SmsReader {
  const { sender, organisationName: organisation, accountName: account } = campaign;
  const way = { sender, country, accountCountry: campaign.country, shortCodes, at };
  const url = `${shortUrl}${TEST_CODE}`;
  return {
    language,
    fields,
    organisation,
    account,
    wayOutIn: (spoken) =>
      mayLeaveSms(campaign) ? sayWayOut({ ...way, language: spoken, url }) : null,
  };
}

/** One reader's text message for a preview or a test: as the real one. */
export function previewSms(
  campaign: SmsCampaign,
  ready: ReadySms,
  reader: SmsLooker,
  installation: SmsInstallation,
  at: Date,
): Promise<PreviewedSms | { readonly refused: string }> {
  return ready.preview(smsReaderOf(campaign, reader, installation, at));
}
