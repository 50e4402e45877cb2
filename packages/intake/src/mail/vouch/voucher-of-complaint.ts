import type { MailToRead } from '@adieu/db';
import { complaintMeans } from '@adieu/domain';
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
  if (complainedOf(deps.ring, deps.mailDomain, report.ids)?.by === 'LINK') return null;
  return whoVouches(deps, mail, read!);
}
