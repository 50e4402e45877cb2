import type { Mailbox, Purpose } from '@adieu/domain';
import { feedbackHeaders } from './feedback-headers.ts';
import type { Header } from './header.ts';
import { marketingHeaders } from './marketing-headers.ts';

/** What of a campaign its headers tell. */
export interface MailedCampaign {
  readonly campaignId: string;
  readonly accountId: string;
  readonly accountName: string;
  /** Null for a campaign by hand (B6). */
  readonly addressBookId: string | null;
  readonly addressBookName: string | null;
  readonly topicId: string | null;
  readonly topicName: string | null;
  readonly purpose: Purpose;
  /** Whether its book is exempt from opt-out (A1). */
  readonly exempt: boolean;
  readonly sender: Mailbox;
  /** Where its account reads answers itself, and Adieu beside it; null = they come to an address of ours. */
  readonly repliesTo: string | null;
}

/** Receipts and codes carry no way out by one click (H-11), nor do mails that can not be left (A1); all else does. */
export function campaignHeaders(
  campaign: MailedCampaign,
  way: {
    readonly unsubscribeUrl: string;
    readonly unsubscribeAddress: string;
    readonly mailDomain: string;
  },
): Header[] {
  if (campaign.purpose === 'TRANSACTIONAL' || campaign.exempt) return [];
  return marketingHeaders({
    unsubscribeUrl: way.unsubscribeUrl,
    unsubscribeAddress: way.unsubscribeAddress,
    // The scope's id: the same over campaigns of one topic, book or, by hand, account, different between them (H-8).
    listId: `${campaign.topicId ?? campaign.addressBookId ?? campaign.accountId}.${way.mailDomain}`,
    listName: campaign.topicName ?? campaign.addressBookName ?? campaign.accountName,
    ownerAddress: campaign.sender.address,
  });
}

/** Where people answer a mail: receipts and codes too, as somebody may. `ours` names the message, and is read by mail-in. */
export function replyHeader(
  { repliesTo }: Pick<MailedCampaign, 'repliesTo'>,
  ours: string,
): Header {
  return { name: 'Reply-To', value: repliesTo ?? ours };
}

/** Takes complaints by CFBL; mail-in listens to it. */
const COMPLAINTS = 'complaints';

/** By what mailbox providers tell of complaints about a message of this campaign; `id` names the message (H-13). */
export function campaignFeedback(
  { campaignId, accountId, purpose }: MailedCampaign,
  { mailDomain, id }: { readonly mailDomain: string; readonly id: string },
): Header[] {
  return feedbackHeaders({
    counted: [campaignId, accountId, purpose.toLowerCase()],
    address: `${COMPLAINTS}@${mailDomain}`,
    id,
  });
}
