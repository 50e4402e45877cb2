import { CONSUMER_DOMAINS } from './consumer-domains.ts';

/**
 * When goodbyes of one mail domain are a robot's rather than people's (N4; decision 014). Link scanners of companies
 * open every mail as it arrives; a person needs time to read. So only wishes that come within `secondsAfterHandOver` of
 * their message's hand-over count, per campaign and domain, within `withinSeconds` of each other.
 */
export const BURST = {
  secondsAfterHandOver: 60,
  withinSeconds: 60,
  /** Fewer than this are people who sit at their desks, whatever their share. */
  fewest: 10,
  /** Of the domain's recipients in the campaign. */
  share: 0.2,
  /** More than so many within the time are a robot's in a company of any size. Mailbox providers are not companies. */
  mostOfOneCompany: 100,
} as const;

/**
 * How many early leavers of a domain make a burst, in a campaign to `recipients` of them; null where they are too few to
 * make one at all. At a mailbox provider for everybody only the share counts: its millions share nothing but the provider.
 * `own`: what the account says.
 */
export function burstFrom(
  domain: string,
  recipients: number,
  own: { readonly fewest: number; readonly share: number } = BURST,
): number | null {
  if (recipients < own.fewest) return null;
  const share = Math.max(own.fewest, Math.ceil(own.share * recipients));
  return CONSUMER_DOMAINS.has(domain)
    ? share
    : Math.min(share, Math.max(own.fewest, BURST.mostOfOneCompany));
}

/** What is counted of one domain in one campaign. Times in milliseconds since the epoch. */
export interface EarlyLeavers {
  readonly count: number;
  readonly until: number;
  readonly isBurst: boolean;
}

/**
 * One more early leaver at `now`. The count begins anew when its time is over; a burst goes on for as long as the next one
 * comes in time. An oracle: only tests call it. The database counts by the same rule under a lock, and is held against it.
 */
export function countEarlyLeaver(before: EarlyLeavers, now: number, from: number): EarlyLeavers {
  const goesOn = now < before.until;
  const count = goesOn ? before.count + 1 : 1;
  const isBurst = count >= from;
  return {
    count,
    until: goesOn && !isBurst ? before.until : now + BURST.withinSeconds * 1000,
    isBurst,
  };
}
