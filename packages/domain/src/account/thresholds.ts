import { BURST } from '../opt-out/burst.ts';
import { COMPLAINT_PAUSE } from '../report/pause.ts';
import { WARNING } from '../report/warnings.ts';
import {
  BOUNCE_POLICY,
  type BouncePolicy,
  bouncePolicyOf,
} from '../undeliverable/is-undeliverable.ts';

/** From what on an account's campaigns warn, are paused, count as left by robots, and find nobody. Shares, 0.01 = 1 %. */
export interface Thresholds extends BouncePolicy {
  /** Of those a campaign was sent to, how many leave before it warns (F3, W-14). */
  readonly warnOptOutRate: number;
  /** Of those a campaign was sent to, how many complain before it warns. */
  readonly warnComplaintRate: number;
  /** Of those a campaign was tried to send to, how many have no mailbox before it warns. */
  readonly warnBounceRate: number;
  /** Of those a campaign was sent to, how many complain before it is paused. */
  readonly pauseComplaintRate: number;
  /** Fewer early leavers of one mail domain than this are people (N4). */
  readonly burstFewest: number;
  /** Of a domain's recipients in a campaign, how many early leavers are a robot's. */
  readonly burstShare: number;
}

/** What an account says itself; null = the house's. */
export type OwnThresholds = { readonly [Each in keyof Thresholds]: Thresholds[Each] | null };

/** The house's, where an account says nothing. */
export const THRESHOLDS: Thresholds = {
  warnOptOutRate: WARNING.optOutRate,
  warnComplaintRate: WARNING.complaintRate,
  warnBounceRate: WARNING.bounceRate,
  pauseComplaintRate: COMPLAINT_PAUSE.rate,
  burstFewest: BURST.fewest,
  burstShare: BURST.share,
  ...BOUNCE_POLICY,
};

/**
 * Between what each may be. Complaints warn and pause never later than mailbox providers punish them, and what speaks of a
 * robot never catches a handful of people.
 */
export const THRESHOLD_BOUNDS: Readonly<Record<keyof Thresholds, readonly [number, number]>> = {
  warnOptOutRate: [0.0005, 0.1],
  warnComplaintRate: [0.0001, WARNING.complaintRate],
  warnBounceRate: [0.001, 0.05],
  pauseComplaintRate: [0.0005, COMPLAINT_PAUSE.rate],
  burstFewest: [5, 1_000],
  burstShare: [0.05, 1],
  hardBounces: [1, 5],
  softBounces: [1, 50],
  bounceHalfLifeDays: [1, 365],
};

/** The first threshold that is out of its bounds; null where all may be saved. */
export function refuseThresholds(own: Partial<OwnThresholds>): keyof Thresholds | null {
  for (const name of Object.keys(THRESHOLD_BOUNDS) as (keyof Thresholds)[]) {
    const value = own[name] ?? null;
    const [least, most] = THRESHOLD_BOUNDS[name];
    if (value !== null && !(value >= least && value <= most)) return name;
  }
  return null;
}

/** What counts for an account. */
export function thresholdsOf(own: OwnThresholds): Thresholds {
  return {
    warnOptOutRate: own.warnOptOutRate ?? THRESHOLDS.warnOptOutRate,
    warnComplaintRate: own.warnComplaintRate ?? THRESHOLDS.warnComplaintRate,
    warnBounceRate: own.warnBounceRate ?? THRESHOLDS.warnBounceRate,
    pauseComplaintRate: own.pauseComplaintRate ?? THRESHOLDS.pauseComplaintRate,
    burstFewest: own.burstFewest ?? THRESHOLDS.burstFewest,
    burstShare: own.burstShare ?? THRESHOLDS.burstShare,
    ...bouncePolicyOf(own),
  };
}
