import type { CampaignForSending, ClaimedMessage, SendableCampaign } from '@adieu/db';
import {
  bounceLocalPart,
  feedbackId,
  type KeyRing,
  mailtoLocalPart,
  replyLocalPart,
  signMessageLink,
  signWebLink,
} from '@adieu/keys';
import {
  campaignFeedback,
  campaignHeaders,
  composeMail,
  type ReadyCampaign,
  type RenderedMessage,
  replyHeader,
} from '@adieu/templates';
import type { RawMail } from '@adieu/gateways';

export interface CampaignMailDeps {
  readonly ring: KeyRing;
  readonly links: { readonly publicUrl: string; readonly mailDomain: string };
}

/**
 * One recipient's mail of a campaign: their text, their link, the list's headers. Bounces come back to an address of our own
 * that names the message (M-8), answers to another one (B4).
 */
export async function campaignMail(
  deps: CampaignMailDeps,
  campaign: SendableCampaign,
  ready: ReadyCampaign,
  message: ClaimedMessage,
  now: Date,
): Promise<RawMail> {
  const token = signMessageLink(deps.ring, message.messageId);
  const content = await campaignContent(deps, campaign, ready, message, token);
  return mailOfMessage(deps, campaign, message, content, now, token);
}

/** Where a message's recipient leaves, by page and by one click. */
export function wayOutOf({ ring, links }: CampaignMailDeps, messageId: string): string {
  return pageOf(links, signMessageLink(ring, messageId));
}

function pageOf({ publicUrl }: CampaignMailDeps['links'], token: string): string {
  return `${publicUrl}/u/${token}`;
}

/** Where a message is read in a browser. */
export function webVersionOf({ ring, links }: CampaignMailDeps, messageId: string): string {
  return `${links.publicUrl}/m/${signWebLink(ring, messageId)}`;
}

/** What one recipient reads of a campaign. `token` is their link's, where it has been signed. */
export function campaignContent(
  deps: CampaignMailDeps,
  campaign: CampaignForSending,
  ready: ReadyCampaign,
  message: Pick<ClaimedMessage, 'messageId' | 'language' | 'fields'>,
  token = signMessageLink(deps.ring, message.messageId),
): RenderedMessage | Promise<RenderedMessage> {
  return ready.fillFor({
    language: message.language,
    fields: message.fields,
    organisation: campaign.organisationName,
    account: campaign.accountName,
    unsubscribeUrl: pageOf(deps.links, token),
    get webVersionUrl() {
      return webVersionOf(deps, message.messageId);
    },
  });
}

/** A content on the wire as the mail of a message: with its link, its addresses and the list's headers. */
export function mailOfMessage(
  { ring, links }: CampaignMailDeps,
  campaign: SendableCampaign,
  message: Pick<ClaimedMessage, 'messageId' | 'address'>,
  content: RenderedMessage,
  now: Date,
  token = signMessageLink(ring, message.messageId),
): RawMail {
  const { messageId, address } = message;
  const raw = composeMail({
    ...content,
    from: campaign.sender,
    to: address,
    messageId: `<${messageId}@${links.mailDomain}>`,
    date: now,
    headers: [
      replyHeader(campaign, `${replyLocalPart(ring, messageId)}@${links.mailDomain}`),
      ...campaignHeaders(campaign, {
        unsubscribeUrl: pageOf(links, token),
        unsubscribeAddress: `${mailtoLocalPart(token)}@${links.mailDomain}`,
        mailDomain: links.mailDomain,
      }),
      ...campaignFeedback(campaign, {
        mailDomain: links.mailDomain,
        id: feedbackId(ring, messageId),
      }),
    ],
  });
  const returnPath = `${bounceLocalPart(ring, messageId)}@${links.mailDomain}`;
  return { from: returnPath, to: address, raw };
}
