import type { NamedRecipient } from '@adieu/db';
import type { Channel } from '@adieu/domain';
import { recogniseRecipient } from '@adieu/keys';
import { tellRefusal } from '../shared/address.ts';
import type { Context } from '../shared/context.ts';
import { InvalidInput, LimitReached, type Problem } from '../shared/problems.ts';
import { MOST_ADDRESSES } from './send-test-mails.input.ts';

/** Each address once, with the text that it was asked by; numbers without a country are of `country`, the account's. */
export function readTo(
  ctx: Context,
  texts: readonly string[],
  { channel, country }: { readonly channel: Channel; readonly country: string | null },
): { asked: string; recipient: NamedRecipient }[] | Problem {
  if (texts.length === 0) return new InvalidInput('to', 'Name at least one address.');
  if (texts.length > MOST_ADDRESSES)
    return new LimitReached('to', `At most ${MOST_ADDRESSES} at once; these are ${texts.length}.`);
  const found = new Map<string, { asked: string; recipient: NamedRecipient }>();
  for (const [i, asked] of texts.entries()) {
    const known = recogniseRecipient(ctx.ring, { channel, text: asked, country });
    if ('refused' in known)
      return new InvalidInput(
        'to',
        `Number ${i + 1} of these: ${tellRefusal(known.refused, country)}`,
      );
    const { address, addressKey } = known;
    if (!found.has(address)) found.set(address, { asked, recipient: { address, addressKey } });
  }
  return [...found.values()];
}
