import type { ActedOnMail, ActOnMail, AddressOf } from '../act-on-mail.ts';

/** What somebody answers to a mail of ours waits for a member. */
export async function actOnAnswer(_answer: ActOnMail<AddressOf<'ANSWER'>>): Promise<ActedOnMail> {
  return { parked: 'NO_SENDER' };
}
