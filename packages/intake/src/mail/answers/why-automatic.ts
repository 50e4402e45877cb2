import type { AutomaticMark } from '../read/automatic-mark.ts';
import { domainOf } from '../vouch/is-aligned.ts';
import type { ReadAnswer } from './answer.ts';

const WHY: Readonly<Record<AutomaticMark, string>> = {
  REPORT: 'it is a report of a machine',
  AUTO_SUBMITTED: 'its header Auto-Submitted says that a machine wrote it',
  NULL_RETURN_PATH: 'nobody sent it (a null return path)',
  LIST: 'it came through a mailing list',
  PRECEDENCE: 'its header Precedence says that it went to many, or that a machine wrote it',
  RESPONSE_SUPPRESSED: 'its header X-Auto-Response-Suppress says that a machine wrote it',
  RESPONDER: 'its headers say that a responder wrote it',
};

/** Why nobody wrote an answer, for people; null where somebody may have. */
export function whyAutomatic({ mail, read, mailDomain }: ReadAnswer): string | null {
  if (read.automatic !== null) return WHY[read.automatic];
  if (mail.envelope.from === '') return WHY.NULL_RETURN_PATH;
  // An answer to it would come back to us.
  if (read.from !== null && domainOf(read.from) === mailDomain)
    return 'it says that it is from an address of Adieu itself';
  return null;
}
