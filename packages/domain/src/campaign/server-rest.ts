/** How a mail server is trusted, where mail may go by several: one that is away rests, and is tried again by one mail. */
export interface ServerRest {
  /** How often in a row it was away when it was asked. */
  readonly strikes: number;
  /** It is asked last until then. */
  readonly until: Date | null;
}

export const AWAKE: ServerRest = { strikes: 0, until: null };

/** How long a server rests that was away so often in a row, in seconds; the last counts for all that follow. */
const RESTS = [5, 15, 60] as const;

/** Longer than a mail needs to find out whether a server is there, in seconds. */
const TRIAL = 30;

const later = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);

export function isAwake({ until }: ServerRest, now: Date): boolean {
  return until === null || until <= now;
}

/** One mail tries whether a server whose rest is over is back; till that is known no other does. */
export function onTrial(rest: ServerRest, now: Date): ServerRest {
  return rest.strikes > 0 && isAwake(rest, now) ? { ...rest, until: later(now, TRIAL) } : rest;
}

/** A mail found the server away. Many that set out at once, when it had as many strikes, are one strike. */
export function strike(rest: ServerRest, strikesAtStart: number, now: Date): ServerRest {
  if (rest.strikes !== strikesAtStart) return rest;
  const seconds = RESTS[Math.min(rest.strikes, RESTS.length - 1)]!;
  return { strikes: rest.strikes + 1, until: later(now, seconds) };
}
