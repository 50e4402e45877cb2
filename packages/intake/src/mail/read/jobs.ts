import type { Ours } from '../forward/make-inert.ts';
import type { MailRead } from './mail-read.ts';
import type { OpenedMail } from './open-mail.ts';

/** What is done apart: plain data in, plain data out. */
export interface Jobs {
  readMail(input: { readonly raw: Uint8Array }): MailRead;
  openMail(input: { readonly raw: Uint8Array; readonly ours: Ours }): OpenedMail;
}
