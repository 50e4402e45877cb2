/**
 * The words of a printed proof. One that changes here changes the hash of documents: raise DOCUMENT_VERSION and keep the words of
 * the version before. English is the pattern: a missing or surplus key is a type error.
 */
export const en = {
  title: 'Proof of consent',
  about: 'Both steps of a double opt-in, as they were recorded.',
  id: 'Number of this proof',
  organisation: 'Organisation',
  account: 'Sender',
  address: 'Address',
  channel: 'Channel',
  scope: 'Subject of the consent',
  declaration: 'Text that was agreed to',
  declarationVersion: 'Version of the text',
  language: 'Language',
  requested: '1. Request',
  confirmed: '2. Confirmation by the link in the e-mail',
  confirmedBySms: '2. Confirmation by the second word',
  sms: 'SMS of both sides',
  smsAsked: 'They wrote',
  smsPrompt: 'They were asked',
  smsAnswer: 'They answered',
  at: 'Time (UTC)',
  formUrl: 'Form',
  origin: 'IP address',
  userAgent: 'Browser',
  mail: 'Confirmation e-mail',
  messageId: 'Message-ID',
  unknown: 'not recorded',
  check: 'The SHA-256 of this file is kept with the consent and sealed in the ledger.',
};

export type ProofMessages = { readonly [Key in keyof typeof en]: string };
