import { composeMail, type Mail } from '@adieu/templates';
import type { RawMail } from '@adieu/gateways';

/** One of our own mails, ready for the wire: marked as sent by a machine, so that no auto-reply comes back (H-14). */
export function systemMail(mail: Omit<Mail, 'headers'>): RawMail {
  const headers = [{ name: 'Auto-Submitted', value: 'auto-generated' }];
  return { from: mail.from.address, to: mail.to, raw: composeMail({ ...mail, headers }) };
}
