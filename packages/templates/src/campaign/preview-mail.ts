import { type MailedCampaign, campaignHeaders } from '../headers/campaign-headers.ts';
import type { Header } from '../headers/header.ts';
import type { CompiledCampaign } from './compiled.ts';
import { languageOfReader, type PreviewedMessage, previewMessage } from './preview-message.ts';

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
export function previewMail(
  campaign: MailedCampaign & { readonly organisationName: string },
  compiled: CompiledCampaign,
  { language, fields }: PreviewReader,
  { publicUrl, mailDomain }: { readonly publicUrl: string; readonly mailDomain: string },
): MailPreview | { readonly refused: string } {
  const inertUrl = `${publicUrl}/t/${languageOfReader(compiled, language)}`;
  const content = previewMessage(compiled, {
    language,
    fields,
    organisation: campaign.organisationName,
    account: campaign.accountName,
    unsubscribeUrl: inertUrl,
    webVersionUrl: inertUrl,
  });
  if ('refused' in content) return content;
  const headers = campaignHeaders(campaign, {
    unsubscribeUrl: inertUrl,
    // Mail-in takes it, and does nothing.
    unsubscribeAddress: `leave+test@${mailDomain}`,
    mailDomain,
  });
  return { ...content, headers };
}
