import type { Understood } from '../../words/understand-words.ts';
import type { ActOnMail } from '../act-on-mail.ts';
import type { MailRead } from '../read/mail-read.ts';
import type { Voucher } from '../vouch/vouch-for.ts';

/** An answer to a mail of ours, read. */
export interface ReadAnswer extends Pick<ActOnMail, 'tx' | 'mail' | 'now'> {
  readonly read: MailRead;
  readonly words: Understood;
  /** What they wrote, for people: their colleagues must not leave for them by a link that they copied into it. */
  readonly text: string;
  /** The mail that it answers. */
  readonly messageId: string;
  /** Whether the address that it came to names that mail. */
  readonly isByToken: boolean;
  readonly voucher: Voucher | null;
  readonly mailDomain: string;
}
