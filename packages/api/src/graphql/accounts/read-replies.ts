import { SENDER_REFUSALS } from '@adieu/domain';
import { readSender } from '@adieu/keys';
import { InvalidInput } from '../shared/problems.ts';

/** Where an account's mails are to be answered, as it was typed; nothing of what was not given. */
export function readReplies(
  typed: { readonly replyAddress?: string | null; readonly readsReplies?: boolean | null },
  mailDomain: string,
): { readonly replyAddress?: string | null; readonly readsReplies?: boolean } | InvalidInput {
  const { replyAddress, readsReplies } = typed;
  if (replyAddress === null && readsReplies === true) return repliesReadOfNone();
  const reads = typeof readsReplies === 'boolean' ? { readsReplies } : {};
  if (typeof replyAddress !== 'string')
    return { ...(replyAddress === null && { replyAddress }), ...reads };
  const read = readSender({ kind: 'EMAIL', name: '', address: replyAddress, keyword: '' }, null);
  if ('refused' in read)
    return new InvalidInput('replyAddress', SENDER_REFUSALS[read.refused].message);
  // What Adieu passes on to itself comes in again.
  if (read.address.endsWith(`@${mailDomain}`))
    return new InvalidInput(
      'replyAddress',
      'This is an address of Adieu itself: name a mailbox that people read.',
    );
  return { replyAddress: read.address, ...reads };
}

/** That nobody can read answers at a mailbox which there is not. */
export function repliesReadOfNone(): InvalidInput {
  return new InvalidInput('readsReplies', 'There is no mailbox to read: give replyAddress, too.');
}
