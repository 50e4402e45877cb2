export {
  classifySmtpError,
  outcomeOf,
  readSmtpError,
  retryDelay,
  type SmtpError,
} from './mail/classify-smtp-error.ts';
export { createSigner, type HaveOneOwner } from './mail/dkim/create-signer.ts';
export { signingTransport } from './mail/dkim/signing-transport.ts';
export { openMail } from './mail/open-mail.ts';
export type { MailTransport, RawMail } from './mail/mail-transport.ts';
export { createSmtpTransport } from './mail/smtp-transport.ts';
