import type { CampaignForSending, ClaimedMessage } from '@adieu/db';
import {
  bounceLocalPart,
  feedbackId,
  type KeyRing,
  mailtoLocalPart,
  signMessageLink,
} from '@adieu/keys';
import {
  type CompiledCampaign,
  composeMail,
  feedbackHeaders,
  type Header,
  marketingHeaders,
  type RenderedMessage,
  renderMessage,
} from '@adieu/templates';
import { bareAddress } from '../mail/system-mail.ts';
import type { RawMail } from '../mail/transport.ts';

export interface CampaignMailDeps {
  readonly ring: KeyRing;
  readonly links: { readonly publicUrl: string; readonly mailDomain: string };
}

/** Takes complaints by CFBL; mail-in listens to it. */
const COMPLAINTS = 'complaints';

/**
 * One recipient's mail of a campaign: his text, his link, the list's headers. Bounces come back to an address of our own
 * that names the message (M-8), answers to the sender.
 */
export function campaignMail(
  deps: CampaignMailDeps,
  campaign: CampaignForSending,
  compiled: CompiledCampaign,
  message: ClaimedMessage,
  now: Date,
): RawMail {
  const content = campaignContent(deps, campaign, compiled, message);
  return mailOfMessage(deps, campaign, message, content, now);
}

/** Where a message's recipient leaves, by page and by one click. */
export function wayOutOf({ ring, links }: CampaignMailDeps, messageId: string): string {
  return `${links.publicUrl}/u/${signMessageLink(ring, messageId)}`;
}

/** What one recipient reads of a campaign. */
export function campaignContent(
  deps: CampaignMailDeps,
  campaign: CampaignForSending,
  compiled: CompiledCampaign,
  message: Pick<ClaimedMessage, 'messageId' | 'language' | 'fields'>,
): RenderedMessage {
  return renderMessage(compiled, {
    language: message.language,
    fields: message.fields,
    organisation: campaign.organisationName,
    account: campaign.accountName,
    unsubscribeUrl: wayOutOf(deps, message.messageId),
  });
}

/** A content on the wire as the mail of a message: with its link, its addresses and the list's headers. */
export function mailOfMessage(
  deps: CampaignMailDeps,
  campaign: CampaignForSending,
  message: Pick<ClaimedMessage, 'messageId' | 'address'>,
  content: RenderedMessage,
  now: Date,
): RawMail {
  const { ring, links } = deps;
  const token = signMessageLink(ring, message.messageId);
  const from = bareAddress(campaign.senderAddress);
  const raw = composeMail({
    ...content,
    from: campaign.senderAddress,
    to: message.address,
    messageId: `<${message.messageId}@${links.mailDomain}>`,
    date: now,
    headers: [
      ...listHeaders(
        campaign,
        wayOutOf(deps, message.messageId),
        `${mailtoLocalPart(token)}@${links.mailDomain}`,
        links.mailDomain,
        from,
      ),
      ...feedbackHeaders({
        counted: [campaign.campaignId, campaign.accountId, campaign.purpose.toLowerCase()],
        address: `${COMPLAINTS}@${links.mailDomain}`,
        id: feedbackId(ring, message.messageId),
      }),
    ],
  });
  const returnPath = `${bounceLocalPart(ring, message.messageId)}@${links.mailDomain}`;
  return { from: returnPath, to: message.address, raw };
}

/** Receipts and codes carry no way out by one click (H-11), nor do mails that can not be left (A1); all else does. */
function listHeaders(
  campaign: CampaignForSending,
  unsubscribeUrl: string,
  unsubscribeAddress: string,
  domain: string,
  ownerAddress: string,
): Header[] {
  if (campaign.purpose === 'TRANSACTIONAL' || campaign.exempt) return [];
  return marketingHeaders({
    unsubscribeUrl,
    unsubscribeAddress,
    // The scope's id: the same over campaigns of one topic, book or, by hand, account, different between them (H-8).
    listId: `${campaign.topicId ?? campaign.addressBookId ?? campaign.accountId}.${domain}`,
    listName: campaign.topicName ?? campaign.addressBookName ?? campaign.accountName,
    ownerAddress,
  });
}
