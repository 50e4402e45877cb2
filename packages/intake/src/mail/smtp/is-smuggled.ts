/**
 * A lone dot in a line that ends with a bare LF or CR: to some servers on the way that is the end of a mail, and what follows it
 * another one. No mail program writes it.
 */
const FORMS = ['\n.\n', '\n.\r', '\r.\r', '\r.\n'].map((form) => Buffer.from(form));
const END = Buffer.from('\r\n.\r\n');

/** Whether a mail holds what another server may take for its end (SMTP smuggling). */
export function isSmuggled(mail: Buffer): boolean {
  for (const form of FORMS)
    for (let at = mail.indexOf(form); at >= 0; at = mail.indexOf(form, at + 1))
      if (at === 0 || mail.compare(END, 0, END.length, at - 1, at + 4) !== 0) return true;
  return false;
}
