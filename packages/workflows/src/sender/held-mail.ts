import { languageOf } from '@adieu/messages';
import { type SendableCampaign, type ClaimedHeld, imprintOf } from '@adieu/db';
import { renderSystemMail, type RenderedMessage } from '@adieu/templates';
import type { RawMail } from '@adieu/gateways';
import { mailOfMessage, wayOutOf, webVersionOf } from './campaign-mail.ts';
import type { HandOverDeps } from './hand-over-deps.ts';

/** A message that was held, and what its recipient would read of it. */
export interface HeldPart {
  readonly message: ClaimedHeld;
  readonly campaign: SendableCampaign;
  readonly content: RenderedMessage;
}

/**
 * The mail for what was held for one recipient, of one book: a message alone as it is; several in one, which is the mail of the
 * message that carries them: one link for all, and their own ones nowhere.
 */
export async function heldMail(
  deps: HandOverDeps,
  parts: readonly HeldPart[],
  now: Date,
): Promise<RawMail> {
  const last = parts.at(-1)!;
  if (parts.length === 1)
    return mailOfMessage(deps, last.campaign, last.message, last.content, now);
  const { campaign, message } = last;
  const messageId = message.carriedBy;
  const content = await renderSystemMail({
    template: 'held',
    language: languageOf(message.language ?? campaign.defaultLanguage),
    organisation: campaign.organisationName,
    account: campaign.accountName,
    imprint: [
      ...new Set([...identityOf(campaign), ...(await imprintOf(deps.db.sql, campaign.accountId))]),
    ],
    messages: parts.map((part) => ({
      ...part.content,
      unsubscribeUrl: wayOutOf(deps, part.message.messageId),
      readUrl: webVersionOf(deps, part.message.messageId),
    })),
    unsubscribeUrl: wayOutOf(deps, messageId),
  });
  return mailOfMessage(deps, listOf(parts), { messageId, address: message.address }, content, now);
}

/** The list that the mail belongs to, as its link leaves it: the topic where all have the same, else the book. */
function listOf(parts: readonly HeldPart[]): SendableCampaign {
  const { campaign } = parts.at(-1)!;
  const isOneTopic = parts.every((part) => part.campaign.topicId === campaign.topicId);
  return isOneTopic ? campaign : { ...campaign, topicId: null, topicName: null };
}

/** That it is advertising, for whom and from where (H-18), where the campaign says so. */
function identityOf({ content }: SendableCampaign): string[] {
  const identity = content.channel === 'EMAIL' ? content.identity : null;
  if (identity === null) return [];
  const { marking, onBehalfOf, postalAddress } = identity;
  return [marking, onBehalfOf, ...(postalAddress ?? '').split('\n')].flatMap((line) =>
    line?.trim() ? [line.trim()] : [],
  );
}
