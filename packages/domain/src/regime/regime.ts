import type { Channel } from '../enums/channels.ts';
import type { HolidayCalendar } from './calendar.ts';
import type { PlainDate } from './plain-date.ts';

/** Countries whose rules are written down; EU stands for every other country too. */
export const REGIME_KEYS = ['EU', 'SE', 'DK', 'DE', 'CZ', 'GB', 'US', 'CA'] as const;
export type RegimeKey = (typeof REGIME_KEYS)[number];

/** What a marketing message must show of its sender. */
export const IDENTITY_LINES = [
  /** On whose behalf it is sent. */
  'ON_WHOSE_BEHALF',
  /** That it is a commercial communication, plain to see. */
  'COMMERCIAL_MARK',
  /** A postal address. */
  'POSTAL_ADDRESS',
  /** A valid address to send a wish to stop to. */
  'REPLY_ADDRESS',
] as const;
export type IdentityLine = (typeof IDENTITY_LINES)[number];

/** Words that act when they are the whole message; filled with the SMS intake. */
export interface KeywordSets {
  readonly optOut: readonly string[];
  readonly optIn: readonly string[];
  readonly help: readonly string[];
}

/** What a recipient must be told when they left, on which channel and how soon. */
export interface Receipt {
  readonly channel: Channel;
  readonly withinSeconds: number;
}

/** `basis`: ADIEU where the law names no number and Adieu takes one, LAW where it does. */
export type DeadlineRule =
  | { readonly hours: number; readonly basis: 'ADIEU' | 'LAW' }
  | { readonly businessDays: number; readonly basis: 'ADIEU' | 'LAW' };

/** The rules of one country from one day on. */
export interface Regime {
  readonly key: RegimeKey;
  /** The first day that this version holds, in `timeZone`. */
  readonly from: PlainDate;
  /** The zone in which days are counted where an account names none. */
  readonly timeZone: string;
  readonly calendar: HolidayCalendar;
  /** When a wish to leave marketing must be in force at the latest. */
  readonly deadline: DeadlineRule;
  readonly identity: readonly IdentityLine[];
  readonly receipts: readonly Receipt[];
  readonly keywords: KeywordSets;
  /** Whether being a customer is a legal basis of its own; it needs a reference to the sale and similar goods (G-7). */
  readonly softOptIn: boolean;
  /** Whether companies are protected like persons; where not, that is still no exemption by default (G-8). */
  readonly protectsCompanies: boolean;
  /** Whether one revocation may end all that a sender sends, whatever it answered (SM-19). */
  readonly revokeAll: boolean;
  /** Law and section of each rule, for people. */
  readonly source: string;
}
