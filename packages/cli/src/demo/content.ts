import type { OptOutPolicy, Purpose } from '@adieu/domain';

/** The names by which the demo is found again on the next start, and what its campaigns say first. */
export const DEMO_ORGANISATION = 'Nordlys';
export const DEMO_ACCOUNT = {
  name: 'Nordlys Shop',
  sender: { name: 'Nordlys Shop', address: 'news@nordlys.example.test' },
};
/** Who reads what is answered to its mails: a mailbox that `npm start` shows, like all others. */
export const DEMO_REPLY_ADDRESS = 'hej@nordlys.example.test';
/** Is told of what waits by digest, every ten minutes at most, so that anybody can watch one come. */
export const DEMO_ADMIN = {
  name: 'Astrid Admin',
  email: 'admin@nordlys.example.test',
  language: 'en',
  digestSeconds: 600,
} as const;
export const DEMO_TOPICS = ['Product news', 'Events', 'Offers'] as const;

const DAY_SECONDS = 86_400;

export interface DemoBook {
  readonly name: string;
  readonly purpose: Purpose;
  readonly policy?: OptOutPolicy;
  /** Of its files in packages/cli/demo: `<file>.csv`, `<file>.<language>.mjml`. */
  readonly file: string;
  readonly campaign: {
    readonly name: string;
    readonly subject: Readonly<Record<'en' | 'sv', string>>;
  };
}

export type DemoBookName = 'newsletter' | 'staff' | 'quickReview';

/** A newsletter that one leaves at once, and two books of the staff where an admin may decide. */
export const DEMO_BOOKS: Readonly<Record<DemoBookName, DemoBook>> = {
  newsletter: {
    name: 'Newsletter',
    purpose: 'MARKETING',
    file: 'newsletter',
    campaign: {
      name: 'Spring at Nordlys',
      subject: {
        en: 'The light is back, {{ contact.first_name }}',
        sv: 'Ljuset är tillbaka, {{ contact.first_name }}',
      },
    },
  },
  staff: {
    name: 'Staff information',
    purpose: 'SERVICE',
    policy: { mode: 'REVIEW', reviewSeconds: 7 * DAY_SECONDS, onTimeout: 'REVERT' },
    file: 'staff-information',
    campaign: {
      name: 'Canteen in week 48',
      subject: { en: 'The canteen in week 48', sv: 'Matsalen vecka 48' },
    },
  },
  quickReview: {
    name: 'Shift changes',
    purpose: 'SERVICE',
    // Short, so that anybody can watch a review run out.
    policy: { mode: 'REVIEW', reviewSeconds: 90, onTimeout: 'REVERT' },
    file: 'shift-changes',
    campaign: {
      name: 'Later shifts',
      subject: { en: 'Your shift begins later', sv: 'Ditt skift börjar senare' },
    },
  },
};
