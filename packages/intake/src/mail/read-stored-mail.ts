import type { MailToRead } from '@adieu/db';
import type { ParkedBecause } from '@adieu/domain';
import type { MailRead } from './read/mail-read.ts';
import { readMailApart } from './read/read-mail-apart.ts';

const PARKED = { 'too-long': 'TOO_LONG', 'too-large': 'TOO_LARGE' } as const;

/** What is written in a mail, read in a process of its own; why it can not be read; or that there is no room for it now. */
export async function readStoredMail({
  head,
  size,
  source,
  envelope,
}: MailToRead): Promise<MailRead | { readonly parked: ParkedBecause } | 'busy'> {
  const outcome = await readMailApart(head, envelope.origin ?? source);
  if ('refused' in outcome)
    return outcome.refused === 'busy' ? 'busy' : { parked: PARKED[outcome.refused] };
  const { done: read } = outcome;
  const saysNothing = read.own === null && read.report === null && read.automatic === null;
  if (saysNothing && read.unreadable !== null) return { parked: 'UNREADABLE' };
  // What they wrote may stand in what was not read.
  if (saysNothing && size > head.length) return { parked: 'TOO_LARGE' };
  return read;
}
