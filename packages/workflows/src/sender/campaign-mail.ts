import type { CampaignForSending, ClaimedMessage } from '@adieu/db';
import { type KeyRing, mailtoLocalPart, signMessageLink } from '@adieu/keys';
import {
  type CompiledCampaign,
  composeMail,
  type Header,
  marketingHeaders,
  renderMessage,
} from '@adieu/templates';
import { bareAddress } from '../mail/system-mail.ts';
import type { RawMail } from '../mail/transport.ts';

export interface CampaignMailDeps {
  readonly ring: KeyRing;
  readonly links: { readonly publicUrl: string; readonly mailDomain: string };
}

/** One recipient's mail of a campaign: his text, his link, the list's headers. */
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
  });
  const from = bareAddress(campaign.senderAddress);
  const raw = composeMail({
    ...content,
    from: campaign.senderAddress,
    to: message.address,
    messageId: `<${message.messageId}@${links.mailDomain}>`,
    date: now,
    headers: listHeaders(
      campaign,
      unsubscribeUrl,
      `${mailtoLocalPart(token)}@${links.mailDomain}`,
      links.mailDomain,
      from,
    ),
  });
  return { from, to: message.address, raw };
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
