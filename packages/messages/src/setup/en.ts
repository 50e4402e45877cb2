import type { BeginningField, BookRule } from '@adieu/domain';

/** What the page and the command say by which an empty installation is set up. */
export interface SetupMessages {
  readonly title: string;
  readonly intro: string;
  readonly fields: Readonly<Record<BeginningField, string>>;
  readonly notes: Readonly<Partial<Record<BeginningField, string>>>;
  readonly rules: Readonly<Record<BookRule, string>>;
  readonly firstBook: string;
  /** Of a country, and of a time zone, that nobody chose. */
  readonly noCountry: string;
  readonly zoneOfCountry: string;
  readonly keys: string;
  readonly key: string;
  readonly adminKey: string;
  readonly button: string;
  readonly nothingMade: string;
  /** Beside what has to be filled in. */
  readonly needed: string;
  readonly missing: string;
  readonly wrong: string;
  /** Where more can be said than that. */
  readonly wrongOf: Readonly<Partial<Record<BeginningField, string>>>;
  readonly ready: string;
  readonly mailed: (address: string) => string;
  readonly keyOnce: string;
  readonly adminKeyOnce: string;
  readonly bookId: string;
  readonly next: string;
  readonly nextWithoutKey: string;
  readonly begun: string;
  readonly begunNote: string;
  readonly signIn: string;
}

export const en: SetupMessages = {
  title: 'Set up Adieu',
  intro:
    'Nothing is here yet. This form creates everything that a first campaign needs. You can change all of it later.',
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
    country: 'Decides which law applies.',
    timeZone: 'If the country has several, choose one.',
    senderName: 'Shown beside the address. If empty, the account’s name.',
    senderAddress: 'E-mails come from this address.',
    memberAddress: 'You’ll get a link to sign in by e-mail.',
  },
  rules: {
    MARKETING: 'Marketing. Unsubscribing takes effect immediately, as the law requires.',
    SERVICE: 'Information for staff or members. Unsubscribing takes effect immediately.',
    SERVICE_REVIEW:
      'Information for staff or members. Somebody reviews each request to unsubscribe first, for up to a week. If nobody decides, the person is unsubscribed.',
    SERVICE_REVIEW_OR_STAY:
      'Information for staff or members. Somebody reviews each request to unsubscribe first, for up to a week. If nobody decides, the person stays subscribed, and is told.',
  },
  firstBook: 'Newsletter',
  noCountry: 'None: the rules of the EU',
  zoneOfCountry: 'That of the country',
  keys: 'API keys',
  key: 'Create a key for sending campaigns (role CAMPAIGNER)',
  adminKey: 'Also create a key that may do everything (role ADMIN)',
  button: 'Begin',
  nothingMade: 'Nothing has been created yet. Please check the marked fields.',
  needed: '(required)',
  missing: 'Please fill this in.',
  wrong: 'This can’t be used. Please check it.',
  wrongOf: {
    timeZone: 'This country has several time zones. Please choose one.',
    senderAddress: 'An e-mail address is needed, such as name@example.com.',
    memberAddress: 'An e-mail address is needed, such as name@example.com.',
  },
  ready: 'Adieu is ready',
  mailed: (address) => `A link to sign in is on its way to ${address}.`,
  keyOnce: 'Your API key for campaigns. Keep it now: it is never shown again.',
  adminKeyOnce: 'Your admin key, which may do everything. Keep it now: it is never shown again.',
  bookId: 'Your first address book',
  next: 'Next, send a first campaign to yourself. Paste these one by one into a terminal, in the folder of Adieu:',
  nextWithoutKey:
    'Next, add a first contact. Paste these one by one into a terminal, in the folder of Adieu:',
  begun: 'Adieu is already set up',
  begunNote: 'This link has been used, and no longer opens anything.',
  signIn: 'Sign in',
};
