import type { Database } from '@adieu/db';
import { signMessageLink } from '@adieu/keys';
import { released } from './released.ts';
import type { Seed } from './seed.ts';

export interface SeededMail {
  readonly messageId: string;
  readonly address: string;
  /** Of its links. */
  readonly token: string;
}

/** Mails as a campaign that is released at `now` makes them, `count` of them to a book (the newsletter unless said otherwise). */
export async function seedMails(
  db: Database,
  org: Seed,
  options: Parameters<typeof released>[2],
): Promise<SeededMail[]> {
  const { messages } = await released({ db }, org, options);
  return messages.map(({ id, address }) => ({
    messageId: id,
    address,
    token: signMessageLink(org.ring, id),
  }));
}
