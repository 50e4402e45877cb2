import type { ChosenAudience, NamedRecipient } from '@adieu/db';
import type { Purpose } from '@adieu/domain';
import { readRecipientAddress } from '../shared/address.ts';
import type { Context } from '../shared/context.ts';
import { InvalidInput, LimitReached, Problem } from '../shared/problems.ts';
import { readAudience } from '../audience/read-audience.ts';
import { type CreateCampaignInput, MOST_RECIPIENTS } from './create-campaign.input.ts';
import { readId, readOptionalId } from '../shared/read-id.ts';

/** To whom a campaign goes: the contacts of a book, or recipients by hand (B6). */
export type Receivers =
  | {
      readonly book: string;
      readonly topicId: string | null;
      readonly audience: ChosenAudience | null;
    }
  | {
      readonly accountId: string;
      readonly purpose: Exclude<Purpose, 'SERVICE'>;
      readonly recipients: readonly NamedRecipient[];
    };

/** Refuses what names nobody, or both. */
export function readReceivers(ctx: Context, input: CreateCampaignInput): Receivers | Problem {
  if (!input.addressBookId) return readByHand(ctx, input);
  for (const field of ['accountId', 'recipients', 'purpose'] as const)
    if (input[field]) return new InvalidInput(field, 'Not with a book: give the one or the other.');
  const book = readId('book', input.addressBookId, 'addressBookId');
  const topicId = readOptionalId('topic', input.topicId, 'topicId');
  const audience = readAudience(ctx, input.audience, input.channel ?? 'EMAIL');
  return audience instanceof Problem ? audience : { book, topicId, audience };
}

function readByHand(ctx: Context, input: CreateCampaignInput): Receivers | Problem {
  const addresses = input.recipients ?? [];
  if (!input.accountId)
    return new InvalidInput('addressBookId', 'Name a book, or an account and recipients.');
  if (addresses.length === 0)
    return new InvalidInput('recipients', 'Name at least one recipient, or a book.');
  if (addresses.length > MOST_RECIPIENTS)
    return new LimitReached(
      'recipients',
      `At most ${MOST_RECIPIENTS} by hand; these are ${addresses.length}. Use a book.`,
    );
  if (input.audience)
    return new InvalidInput(
      'audience',
      'By hand all are named already. Use a book to choose from.',
    );
  if (input.topicId)
    return new InvalidInput('topicId', 'By hand there is no topic: a stop is about the account.');
  const purpose = input.purpose ?? 'MARKETING';
  if (purpose === 'SERVICE')
    return new InvalidInput(
      'purpose',
      'Staff and member information goes through a book: its policy says how one leaves it.',
    );
  const accountId = readId('account', input.accountId, 'accountId');
  const recipients: NamedRecipient[] = [];
  for (const [i, text] of addresses.entries()) {
    const channel = input.channel ?? 'EMAIL';
    const known = readRecipientAddress(ctx.ring, { channel, text, country: null });
    if (known instanceof Problem)
      return new InvalidInput('recipients', `Number ${i + 1} of these: ${known.message}`);
    recipients.push({ address: known.address, addressKey: known.addressKey });
  }
  return { accountId, purpose, recipients };
}
