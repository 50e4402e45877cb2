import type { CampaignForSending, ClaimedMessage } from '@adieu/db';
import {
  bounceLocalPart,
  feedbackId,
  type KeyRing,
  mailtoLocalPart,
  signMessageLink,
  signWebLink,
} from '@adieu/keys';
import {
  campaignFeedback,
  campaignHeaders,
  type CompiledCampaign,
  composeMail,
  renderMessage,
} from '@adieu/templates';
import type { RawMail } from '../mail/transport.ts';

export interface CampaignMailDeps {
  readonly ring: KeyRing;
  readonly links: { readonly publicUrl: string; readonly mailDomain: string };
}

/**
 * One recipient's mail of a campaign: his text, his link, the list's headers. Bounces come back to an address of our own
 * that names the message (M-8), answers to the sender.
 */
export function campaignMail(
  { ring, links }: CampaignMailDeps,
  campaign: CampaignForSending,
  compiled: CompiledCampaign,
  message: ClaimedMessage,
  now: Date,
): RawMail {
  const token = signMessageLink(ring, message.messageId);
  const unsubscribeUrl = `${links.publicUrl}/u/${token}`;
  const content = renderMessage(compiled, {
    language: message.language,
    fields: message.fields,
    organisation: campaign.organisationName,
    account: campaign.accountName,
    unsubscribeUrl,
    webVersionUrl: `${links.publicUrl}/m/${signWebLink(ring, message.messageId)}`,
  });
  const raw = composeMail({
    ...content,
    from: campaign.senderAddress,
    to: message.address,
    messageId: `<${message.messageId}@${links.mailDomain}>`,
    date: now,
    headers: [
      ...campaignHeaders(campaign, {
        unsubscribeUrl,
        unsubscribeAddress: `${mailtoLocalPart(token)}@${links.mailDomain}`,
        mailDomain: links.mailDomain,
      }),
      ...campaignFeedback(campaign, {
        mailDomain: links.mailDomain,
        id: feedbackId(ring, message.messageId),
      }),
    ],
  });
  const returnPath = `${bounceLocalPart(ring, message.messageId)}@${links.mailDomain}`;
  return { from: returnPath, to: message.address, raw };
}
