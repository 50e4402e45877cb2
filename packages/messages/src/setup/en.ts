import type { BeginningField, BookRule } from '@adieu/domain';

/** What the page and the command say by which an empty installation is set up. */
export interface SetupMessages {
  readonly title: string;
  readonly intro: string;
  readonly fields: Readonly<Record<BeginningField, string>>;
  readonly notes: Readonly<Partial<Record<BeginningField, string>>>;
  readonly rules: Readonly<Record<BookRule, string>>;
  readonly firstBook: string;
  readonly key: string;
  readonly button: string;
  readonly wrong: string;
  readonly ready: string;
  readonly mailed: (address: string) => string;
  readonly keyOnce: string;
  readonly bookId: string;
  readonly next: string;
  readonly begun: string;
  readonly begunNote: string;
  readonly signIn: string;
}

export const en: SetupMessages = {
  title: 'Set up Adieu',
  intro:
    'Nothing is here yet. This form makes everything that a first campaign needs. You can change all of it later.',
  fields: {
    organisation: 'Organisation',
    account: 'First account',
    country: 'Country',
    timeZone: 'Time zone',
    language: 'Language',
    senderName: 'Sender’s name',
    senderAddress: 'Sender’s address',
    book: 'First address book',
    rule: 'What the book is for',
    memberName: 'Your name',
    memberAddress: 'Your e-mail address',
  },
  notes: {
    organisation: 'The name that recipients know you by.',
    account: 'If empty, named like the organisation.',
    country:
      'Two letters, such as SE or DE. It decides which law applies. If empty, that of the EU.',
    timeZone: 'For example Europe/Stockholm. If empty, that of the country.',
    senderName: 'Shown beside the address. If empty, the account’s name.',
    senderAddress: 'Mails are from this address.',
    memberAddress: 'You’ll get a link by e-mail that lets you in.',
  },
  rules: {
    MARKETING: 'Marketing. Whoever leaves is out at once, as the law requires.',
    SERVICE: 'Information for staff or members. Whoever leaves is out at once.',
    SERVICE_REVIEW:
      'Information for staff or members. Somebody looks at each wish first, for up to a week. Without an answer the person is out.',
    SERVICE_REVIEW_OR_STAY:
      'Information for staff or members. Somebody looks at each wish first, for up to a week. Without an answer the person stays, and is told.',
  },
  firstBook: 'Newsletter',
  key: 'Also make an API key, to send campaigns from code',
  button: 'Begin',
  wrong: 'This can’t be used. Please look at it again.',
  ready: 'Adieu is ready',
  mailed: (address) => `A link that lets you in is on its way to ${address}.`,
  keyOnce: 'Your API key. Keep it now: it is never shown again.',
  bookId: 'Your first address book',
  next: 'Next, add contacts and send a first campaign:',
  begun: 'Adieu is already set up',
  begunNote: 'This link has done its work, and opens nothing any more.',
  signIn: 'Sign in',
};
