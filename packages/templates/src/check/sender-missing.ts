import type { Channel, Mailbox } from '@adieu/domain';
import { type Finding, findingAbout } from './finding.ts';

const WHAT = { EMAIL: 'e-mail', SMS: 'SMS' } as const;

/** A campaign goes out from what its book chose, or else from its account's default: without either from nothing. */
export function senderMissing(
  channel: Channel,
  sender: Pick<Mailbox, 'address'> | null,
): Finding[] {
  if (sender !== null) return [];
  return [
    findingAbout(
      'ERROR',
      'SENDER_MISSING',
      'sender',
      `the account has no sender of ${WHAT[channel]}`,
      'Create one for the account: the first of a channel is its default; a book can choose another.',
    ),
  ];
}
