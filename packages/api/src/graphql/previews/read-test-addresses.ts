import type { NamedRecipient } from '@adieu/db';
import type { Channel } from '@adieu/domain';
import { readAddress } from '../shared/address.ts';
import type { Context } from '../shared/context.ts';
import { InvalidInput, LimitReached, Problem } from '../shared/problems.ts';
import { MOST_ADDRESSES } from './send-test-mails.input.ts';

const WHAT = { EMAIL: 'an e-mail address', SMS: 'a telephone number' } as const;

/** Each address once, with the text that it was asked by. */
export function readTo(
  ctx: Context,
  texts: readonly string[],
  channel: Channel,
): { asked: string; recipient: NamedRecipient }[] | Problem {
  if (texts.length === 0) return new InvalidInput('to', 'Name at least one address.');
  if (texts.length > MOST_ADDRESSES)
    return new LimitReached('to', `At most ${MOST_ADDRESSES} at once; these are ${texts.length}.`);
  const found = new Map<string, { asked: string; recipient: NamedRecipient }>();
  for (const [i, asked] of texts.entries()) {
    const known = readAddress(ctx.ring, asked, channel);
    if (known instanceof Problem)
      return new InvalidInput('to', `Number ${i + 1} of these is not ${WHAT[channel]}.`);
    const { address, addressKey } = known;
    if (!found.has(address)) found.set(address, { asked, recipient: { address, addressKey } });
  }
  return [...found.values()];
}
