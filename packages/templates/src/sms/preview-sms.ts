import type { CampaignContent, CompiledContent, Purpose, ShortCodes } from '@adieu/domain';
import { TEST_CODE } from '@adieu/domain';
import type { PreviewedSms, ReadySms } from './ready-sms.ts';
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

/** One reader's text message for a preview or a test: as the real one, with a link that takes nobody off. */
export function previewSms(
  campaign: SmsCampaign,
  ready: ReadySms,
  reader: {
    readonly language: string | null;
    readonly fields: Readonly<Record<string, string>>;
    /** Of their number (ISO 3166). */
    readonly country: string | null;
  },
  { shortUrl, shortCodes }: SmsInstallation,
  at: Date,
): Promise<PreviewedSms | { readonly refused: string }> {
  const { sender, organisationName: organisation, accountName: account } = campaign;
  const { country: accountCountry } = campaign;
  const { country } = reader;
  const url = `${shortUrl}${TEST_CODE}`;
  return ready.preview({
    ...reader,
    organisation,
    account,
    wayOutIn: (language) =>
      mayLeaveSms(campaign)
        ? sayWayOut({ sender, country, accountCountry, language, shortCodes, url, at })
        : null,
  });
}
