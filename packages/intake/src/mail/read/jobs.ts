import type { MailRead } from './mail-read.ts';

/** What is done apart: plain data in, plain data out. */
export interface Jobs {
  readMail(input: { readonly raw: Uint8Array }): MailRead;
}
