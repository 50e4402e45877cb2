import type { Channel } from '../enums/channels.ts';
import type { HolidayCalendar } from './calendar.ts';
import type { KeywordSetKey } from './keywords.ts';
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

/** What a recipient must be told when they left, on which channel and how soon. */
export interface Receipt {
  readonly channel: Channel;
  readonly withinSeconds: number;
}

/** From an hour of one day to one of the next, both 0 to 23; quiet where it is so in any of the zones that a number may be in. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
  readonly timeZones: readonly string[];
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
  /** The words that act where they are the whole message (SM-1). */
  readonly keywords: readonly KeywordSetKey[];
  /** Whether STOP and its like leave wherever they stand: any reply counts that a reasonable person understands (SM-3). */
  readonly anyReplyCounts: boolean;
  /** When no SMS may be sent for marketing, by the recipient's clock; null where the law names no hours. */
  readonly quietHours: QuietHours | null;
  /** Whether companies are protected like persons; where not, that is still no exemption by default (G-8). */
  readonly protectsCompanies: boolean;
  /** Whether one revocation may end all that a sender sends, whatever it answered (SM-19). */
  readonly revokeAll: boolean;
  /** For how long after its end a consent can be disputed, and is proven. `basis`: ADIEU where no law was found that says so. */
  readonly proofs: {
    readonly years: number;
    readonly basis: 'ADIEU' | 'LAW';
    readonly source: string;
  };
  /** Law and section of each rule, for people. */
  readonly source: string;
}
