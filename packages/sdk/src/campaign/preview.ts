import type { Connection } from '../client/connect.ts';
import { PreviewCampaignDocument } from '../generated/documents.ts';
import { findingOf } from './check.ts';
import type { Finding } from './finding.ts';
import { type Reader, readerInput } from './reader.ts';
import { refused } from './refused.ts';
import { type SmsSize, smsSize } from './sms-size.ts';

/** One reader's message as it would be sent now. Its ways out lead nowhere. Of an SMS there is a text alone. */
export interface Preview {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** In which the way out speaks to this reader. */
  readonly language: string;
  /** Of the whole mail, or of the text of an SMS, in bytes. */
  readonly size: number;
  /** Null of a mail. */
  readonly sms: SmsSize | null;
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
  const { subject, html, text, language, size, sms, headers, missingFields, findings } =
    previewCampaign;
  return {
    subject,
    html,
    text,
    language,
    size,
    sms: sms ? smsSize(sms) : null,
    headers,
    missingFields,
    findings: findings.map(findingOf),
  };
}
