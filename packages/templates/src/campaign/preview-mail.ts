import { type MailedCampaign, campaignHeaders, replyHeader } from '../headers/campaign-headers.ts';
import type { Header } from '../headers/header.ts';
import { type Language, LANGUAGES } from '@adieu/domain';
import { runApart } from '../apart/run-apart.ts';
import type { PreviewedMessage } from './preview-message.ts';
import type { ReadyCampaign } from './ready-campaign.ts';

/** For whom a mail is filled to be looked at. */
export interface PreviewReader {
  /** A code as it stands in the record; null = the campaign's own. */
  readonly language: string | null;
  readonly fields: Readonly<Record<string, string>>;
}

export interface MailPreview extends PreviewedMessage {
  readonly headers: readonly Header[];
}

/**
 * A mail of a campaign for a preview or a test: as the real one, with ways out that lead to a page which says so. They name
 * nobody, so that no press, no one-click and no scanner takes anybody off.
 */
export async function previewMail(
  campaign: MailedCampaign & { readonly organisationName: string },
  ready: ReadyCampaign,
  { language, fields }: PreviewReader,
  { publicUrl, mailDomain }: { readonly publicUrl: string; readonly mailDomain: string },
): Promise<MailPreview | { readonly refused: string }> {
  const mail = ready.mailFor(language);
  const inertUrl = `${publicUrl}/t/${speaksTo(language) ?? mail.text.language}`;
  const values = {
    language,
    fields,
    organisation: campaign.organisationName,
    account: campaign.accountName,
    unsubscribeUrl: inertUrl,
    webVersionUrl: inertUrl,
  };
  const made = await runApart('preview', { mail, values }, ready.organisationId);
  if ('refused' in made) return made;
  const content = made.done;
  if ('refused' in content) return content;
  const headers = campaignHeaders(campaign, {
    unsubscribeUrl: inertUrl,
    // Mail-in takes this and the address for answers, and does nothing.
    unsubscribeAddress: `leave+test@${mailDomain}`,
    mailDomain,
  });
  return { ...content, headers: [replyHeader(campaign, `reply+test@${mailDomain}`), ...headers] };
}

/** The language that our own words are in for a reader: theirs, or where we do not speak it the text's. */
function speaksTo(code: string | null): Language | undefined {
  return LANGUAGES.find((language) => language === code);
}
