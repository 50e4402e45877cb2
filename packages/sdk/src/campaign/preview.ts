import type { Connection } from '../client/connect.ts';
import { PreviewCampaignDocument } from '../generated/documents.ts';
import { findingOf } from './check.ts';
import type { Finding } from './finding.ts';
import { type Reader, readerInput } from './reader.ts';
import { refused } from './refused.ts';

/** One reader's mail as it would be sent now. Its ways out lead nowhere. */
export interface Preview {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** In which the way out speaks to this reader. */
  readonly language: string;
  /** Of the whole mail, in bytes. */
  readonly size: number;
  /** All but the signature (DKIM). */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** Fields that the text can not do without and this reader has not. Such a mail is not sent. */
  readonly missingFields: readonly string[];
  readonly findings: readonly Finding[];
}

/** Asks for the mail that a reader would get. */
export async function previewDraft(
  connection: Connection,
  campaignId: string,
  name: string,
  reader: Reader,
): Promise<Preview> {
  const { previewCampaign } = await connection.ask(PreviewCampaignDocument, {
    input: { campaignId, ...readerInput(reader) },
  });
  if (previewCampaign.__typename !== 'CampaignPreview') throw refused(name, previewCampaign);
  const { subject, html, text, language, size, headers, missingFields, findings } = previewCampaign;
  return {
    subject,
    html,
    text,
    language,
    size,
    headers,
    missingFields,
    findings: findings.map(findingOf),
  };
}
