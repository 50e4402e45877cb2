import type { Role } from '../access/rights.ts';
import type { Purpose } from '../enums/channels.ts';
import type { Language } from '../enums/channels.ts';
import type { OptOutPolicy } from '../opt-out/policy.ts';
import type { Mailbox } from '../sender/mailbox.ts';

const WEEK_SECONDS = 7 * 86_400;
const REVIEW = { mode: 'REVIEW', reviewSeconds: WEEK_SECONDS } as const;

/** What a first book is for and how it is left: each a purpose and a policy, which are told in plain words. Null = the house's policy. */
export const BOOK_RULES = {
  MARKETING: { purpose: 'MARKETING', policy: null },
  SERVICE: { purpose: 'SERVICE', policy: null },
  SERVICE_REVIEW: { purpose: 'SERVICE', policy: { ...REVIEW, onTimeout: 'OPT_OUT' } },
  SERVICE_REVIEW_OR_STAY: { purpose: 'SERVICE', policy: { ...REVIEW, onTimeout: 'REVERT' } },
} as const satisfies Readonly<
  Record<string, { readonly purpose: Purpose; readonly policy: OptOutPolicy | null }>
>;
export type BookRule = keyof typeof BOOK_RULES;
export const BOOK_RULE_NAMES = Object.keys(BOOK_RULES) as readonly BookRule[];

/** All that an installation needs before its first campaign, checked and in its normal form. */
export interface Beginning {
  readonly organisation: string;
  readonly account: {
    readonly name: string;
    /** ISO 3166-1 alpha-2; null = the EU's rules. */
    readonly country: string | null;
    /** IANA name; null where no country is named either = that of the rules. */
    readonly timeZone: string | null;
    readonly defaultLanguage: Language;
    readonly sender: Mailbox;
  };
  readonly book: { readonly name: string; readonly rule: BookRule };
  readonly member: { readonly name: string; readonly email: string; readonly language: Language };
}

/** The same as it was typed: what may be left out is null or empty. */
export interface TypedBeginning {
  readonly organisation: string;
  /** The organisation's name if not given. */
  readonly account?: string | null;
  readonly country?: string | null;
  readonly timeZone?: string | null;
  readonly language?: string | null;
  /** The account's name if not given. */
  readonly senderName?: string | null;
  readonly senderAddress: string;
  readonly book?: string | null;
  readonly rule?: string | null;
  readonly memberName: string;
  readonly memberAddress: string;
}
export type BeginningField = keyof TypedBeginning;

/** What somebody has to say; the rest follows. */
export const BEGINNING_NEEDS = [
  'organisation',
  'senderAddress',
  'memberName',
  'memberAddress',
] as const satisfies readonly BeginningField[];

/** The keys that may be made with it: one that sends campaigns, and one that may do everything. */
export type FirstKeyRole = Extract<Role, 'CAMPAIGNER' | 'ADMIN'>;

/** What is wrong with each of its parts, in words. */
export const BEGINNING_REFUSALS: Readonly<Record<BeginningField, string>> = {
  organisation: 'A name has 1 to 200 characters, in one line.',
  account: 'A name has 1 to 200 characters, in one line.',
  country: 'Two letters of ISO 3166-1, as in SE.',
  timeZone:
    'A zone by its IANA name, as in Europe/Stockholm. It has to be named where a country has several.',
  language: 'One of sv, cs, de, da, en.',
  senderName: 'At most 100 characters, in one line.',
  senderAddress: 'An address in ASCII, as in news@example.com.',
  book: 'A name has 1 to 200 characters, in one line.',
  rule: `One of ${BOOK_RULE_NAMES.join(', ')}.`,
  memberName: 'A name has 1 to 200 characters, in one line.',
  memberAddress: 'An e-mail address, as in name@example.com.',
};
