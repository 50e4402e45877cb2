import { type ActedOnMail, type ActOnMail, type AddressOf } from './act-on-mail.ts';
import { actOnComplaint } from './act-on-complaint.ts';
import { actOnReturned } from './act-on-returned.ts';

/**
 * Keeps that a message came back, or that somebody complained of it. Some mailbox providers complain to return paths: what a
 * mail says decides, and of a mail without a part for it the address that it came to.
 */
export async function actOnReport(
  mail: ActOnMail<AddressOf<'RETURN_PATH' | 'COMPLAINT'>>,
): Promise<ActedOnMail> {
  const { to, read } = mail;
  const report = read?.report ?? null;
  if (report?.kind === 'COMPLAINT') return actOnComplaint(mail, report);
  if (to.kind === 'RETURN_PATH') return actOnReturned(mail, to.messageId, report);
  // Nobody complains by a bounce or an automatic answer.
  return read?.automatic != null || report !== null
    ? { outcome: 'NOTHING' }
    : { refused: 'no-link' };
}
