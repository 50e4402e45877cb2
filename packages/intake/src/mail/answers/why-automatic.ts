import type { MachineMark } from '@adieu/domain';
import { domainOf } from '../vouch/is-aligned.ts';
import type { ReadAnswer } from './answer.ts';

/** What says that nobody wrote an answer; null where somebody may have. */
export function whyAutomatic({ mail, read, mailDomain }: ReadAnswer): MachineMark | null {
  if (read.automatic !== null) return read.automatic;
  if (mail.envelope.from === '') return 'NULL_RETURN_PATH';
  // An answer to it would come back to us.
  return read.from !== null && domainOf(read.from) === mailDomain ? 'FROM_ADIEU' : null;
}
