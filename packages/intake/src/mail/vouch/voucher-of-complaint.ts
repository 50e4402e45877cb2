import type { MailToRead } from '@adieu/db';
import { complaintMeans } from '@adieu/domain';
import { addressOfOurs } from '../address-of-ours.ts';
import type { MailInDeps } from '../mail-in-deps.ts';
import { complainedOf } from '../read/complained-of.ts';
import type { MailRead } from '../read/mail-read.ts';
import type { Voucher } from './vouch-for.ts';
import { whoVouches } from './who-vouches.ts';

/** Of a complaint that does something and does not hold the way out itself: of others it decides nothing. */
export async function voucherOfComplaint(
  deps: MailInDeps,
  mail: MailToRead,
  read: MailRead | null,
): Promise<Voucher | null> {
  const report = read?.report;
  if (report?.kind !== 'COMPLAINT' || complaintMeans(report.type) !== 'LEAVES') return null;
  const isToPath = addressOfOurs(deps.ring, deps.mailDomain, mail.to)?.kind === 'RETURN_PATH';
  const by = complainedOf(deps.ring, deps.mailDomain, report.ids)?.by ?? (isToPath ? 'ID' : null);
  if (by !== 'ID') return null;
  return whoVouches(deps, mail, read!);
}
