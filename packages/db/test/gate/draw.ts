import {
  FREQUENCIES,
  type Frequency,
  CHANNELS,
  type Purpose,
  PURPOSES,
  SCOPE_KINDS,
  type ScopeKind,
  SUPPRESSION_STATES,
  type SuppressionState,
} from '@adieu/domain';
import fc from 'fast-check';

/** Where a campaign goes through, by number: the ids are made when it is laid. */
export interface DrawnWay {
  readonly account: number;
  readonly purpose: Purpose;
  readonly hasTopic: boolean;
  readonly archived: 'ACCOUNT' | 'BOOK' | 'TOPIC' | null;
}

export interface DrawnRow {
  /** Whether it stands in the list, is on the channel, and is about the scope that count for the campaign. */
  readonly ofList: boolean;
  readonly ofChannel: boolean;
  readonly ofScope: boolean;
  readonly kind: ScopeKind;
  readonly state: SuppressionState;
  readonly hour: number;
  /** What of the campaign's way the recipient came back to since; a wider row alone gives way to it. */
  readonly returned: 'ACCOUNT' | 'BOOK' | 'TOPIC' | 'ANOTHER' | null;
}

/** A sign-up by the recipient, and what else they may have agreed to. */
export interface DrawnSignUp {
  readonly kind: ScopeKind;
  /** Whether it is about what the campaign goes through, and of its account. */
  readonly ofScope: boolean;
  readonly ofAccount: boolean;
  readonly ended: 'CONFIRMED' | 'SUPERSEDED' | null;
  /** Hours after the contact came into the book. */
  readonly hour: number;
  readonly agreed: 'PROOF' | 'CONSENT' | null;
  /** What they agreed to besides: what they asked for, the campaign's book, or something else. */
  readonly agreedTo: 'ASKED' | 'BOOK' | 'ANOTHER';
}

/** One contact, and everything that may keep a message from it. */
export interface DrawnPerson {
  readonly rows: readonly DrawnRow[];
  readonly frequency: Frequency;
  readonly snoozedHours: number | null;
  /** How long ago other marketing of the account went to them, or of another account. */
  readonly sentHoursAgo: number | null;
  readonly sentByOther: boolean;
  /** Another message of the account is held for them. */
  readonly held: boolean;
  readonly signUp: DrawnSignUp | null;
  /** Hours since when what is sent to them comes back. */
  readonly undeliverableHours: number | null;
  readonly removed: boolean;
  readonly erased: boolean;
}

/** Mostly true, so that several rows often cover one message. */
const mostly = fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false));
const seldom = mostly.map((is) => !is);
export const CHANNEL_OF_OTHERS = CHANNELS.find((channel) => channel !== 'EMAIL')!;

export const anyWay: fc.Arbitrary<DrawnWay> = fc.record({
  account: fc.nat(1),
  purpose: fc.oneof(
    { weight: 3, arbitrary: fc.constant('MARKETING' as const) },
    fc.constantFrom(...PURPOSES),
  ),
  hasTopic: mostly,
  archived: fc.oneof(
    { weight: 6, arbitrary: fc.constant(null) },
    fc.constantFrom('ACCOUNT', 'BOOK', 'TOPIC'),
  ),
});

const anyRow: fc.Arbitrary<DrawnRow> = fc.record({
  ofList: mostly,
  ofChannel: mostly,
  ofScope: mostly,
  kind: fc.constantFrom(...SCOPE_KINDS),
  state: fc.constantFrom(...SUPPRESSION_STATES),
  hour: fc.nat(5),
  returned: fc.option(fc.constantFrom('ACCOUNT', 'BOOK', 'TOPIC', 'ANOTHER'), { freq: 2 }),
});

const anySignUp: fc.Arbitrary<DrawnSignUp> = fc.record({
  kind: fc.constantFrom(...SCOPE_KINDS),
  ofScope: mostly,
  ofAccount: mostly,
  ended: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    fc.constantFrom('CONFIRMED', 'SUPERSEDED'),
  ),
  hour: fc.oneof({ weight: 3, arbitrary: fc.constant(-1) }, fc.constantFrom(0, 1)),
  agreed: fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    fc.constantFrom('PROOF', 'CONSENT'),
  ),
  agreedTo: fc.constantFrom('ASKED', 'BOOK', 'ANOTHER'),
});

export const anyPerson: fc.Arbitrary<DrawnPerson> = fc.record({
  rows: fc.oneof(fc.constant([]), fc.array(anyRow, { maxLength: 6 })),
  frequency: fc.constantFrom(...FREQUENCIES),
  snoozedHours: fc.option(fc.constantFrom(-1, 0, 1, 500), { freq: 2 }),
  sentHoursAgo: fc.option(fc.constantFrom(0, 23, 24, 25, 167, 168, 169, 719, 720, 721)),
  sentByOther: seldom,
  held: seldom,
  signUp: fc.option(anySignUp, { freq: 2 }),
  undeliverableHours: fc.oneof(
    { weight: 5, arbitrary: fc.constant(null) },
    fc.constantFrom(0, 3, 500),
  ),
  removed: seldom,
  erased: seldom,
});
