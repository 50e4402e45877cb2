import type { BounceKind } from '../enums/bounces.ts';

/** From what on an address is undeliverable, as an account says. */
export interface BouncePolicy {
  /** On how many days it must be told that there is no such mailbox; 1 = at once. */
  readonly hardBounces: number;
  /** How many points of soft bounces it takes: one for each day that has any. */
  readonly softBounces: number;
  /** After how many days half of a point is left. */
  readonly bounceHalfLifeDays: number;
}

/** The house's, where an account says nothing: five days of daily mail in a row, five weeks of weekly, eight months of monthly. */
export const BOUNCE_POLICY: BouncePolicy = {
  hardBounces: 1,
  softBounces: 4,
  bounceHalfLifeDays: 90,
};

/** What counts for an account, of what it says itself. */
export function bouncePolicyOf(own: {
  readonly [Each in keyof BouncePolicy]: BouncePolicy[Each] | null;
}): BouncePolicy {
  return {
    hardBounces: own.hardBounces ?? BOUNCE_POLICY.hardBounces,
    softBounces: own.softBounces ?? BOUNCE_POLICY.softBounces,
    bounceHalfLifeDays: own.bounceHalfLifeDays ?? BOUNCE_POLICY.bounceHalfLifeDays,
  };
}

export interface Bounce {
  readonly kind: BounceKind;
  readonly at: Date;
}

const DAY_MS = 86_400_000;

/**
 * What soft bounces add up to now. A day counts once, however many campaigns went on it: a mailbox that is full for an afternoon
 * is no more full for three mails. A hard bounce that is not yet enough by itself counts like a soft one.
 */
export function scoreBounces(
  bounces: readonly Bounce[],
  { bounceHalfLifeDays }: Pick<BouncePolicy, 'bounceHalfLifeDays'>,
  now: Date,
): number {
  const latest = new Map<number, number>();
  for (const { kind, at } of bounces) {
    if (kind === 'REFUSED') continue;
    const day = dayOf(at);
    latest.set(day, Math.max(latest.get(day) ?? 0, at.getTime()));
  }
  let score = 0;
  for (const at of latest.values())
    score += 2 ** (-Math.max(0, now.getTime() - at) / DAY_MS / bounceHalfLifeDays);
  return score;
}

/** Whether what came back makes an address undeliverable (P7): hard bounces on enough days, or soft ones that add up. */
export function isUndeliverable(
  bounces: readonly Bounce[],
  policy: BouncePolicy,
  now: Date,
): boolean {
  const hardDays = new Set(bounces.flatMap(({ kind, at }) => (kind === 'HARD' ? [dayOf(at)] : [])));
  return (
    hardDays.size >= policy.hardBounces || scoreBounces(bounces, policy, now) >= policy.softBounces
  );
}

/** The day of UTC. */
function dayOf(at: Date): number {
  return Math.floor(at.getTime() / DAY_MS);
}
