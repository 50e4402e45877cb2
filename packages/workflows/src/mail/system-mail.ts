import type { Mailbox } from '@adieu/domain';
import { composeMail, type Mail } from '@adieu/templates';
import type { RawMail } from '@adieu/gateways';

/** One of our own mails, before it is composed. */
export type SystemMail = Omit<Mail, 'headers' | 'from'> & {
  readonly from: Mailbox | null;
  /** Beside that it is a machine's. */
  readonly headers?: Mail['headers'];
};

/**
 * One of our own mails, ready for the wire: marked as sent by a machine, so that no auto-reply comes back (H-14). Null for
 * `from` where the account has no domain of its own to send from: it goes out from ours, in nobody's name.
 */
export function systemMail(
  mail: SystemMail,
  { mailDomain }: { readonly mailDomain: string },
): RawMail {
  const headers = [{ name: 'Auto-Submitted', value: 'auto-generated' }, ...(mail.headers ?? [])];
  const from = mail.from ?? { name: '', address: `no-reply@${mailDomain}` };
  return { from: from.address, to: mail.to, raw: composeMail({ ...mail, from, headers }) };
}
