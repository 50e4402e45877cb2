/**
 * The circuit breaker of a mail server, where mail may go by several: closed while it takes mail, open for a while after it
 * was away, and half open when one mail tries whether it is back.
 */
export interface CircuitBreaker {
  /** How often in a row the server was away when it was asked. */
  readonly failures: number;
  /** The server is asked last until then; null = closed. */
  readonly openUntil: Date | null;
}

export const CLOSED: CircuitBreaker = { failures: 0, openUntil: null };

/** How long it stays open after so many failures in a row, in seconds; the last counts for all that follow. */
const OPEN_SECONDS = [5, 15, 60] as const;

/** Longer than a mail needs to find out whether a server is there, in seconds. */
const HALF_OPEN_SECONDS = 30;

const later = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);

export function isOpen({ openUntil }: CircuitBreaker, now: Date): boolean {
  return openUntil !== null && openUntil > now;
}

/** One mail tries whether a server is back whose time is over; until that is known no other does. */
export function halfOpen(breaker: CircuitBreaker, now: Date): CircuitBreaker {
  const isDue = breaker.failures > 0 && !isOpen(breaker, now);
  return isDue ? { ...breaker, openUntil: later(now, HALF_OPEN_SECONDS) } : breaker;
}

/** A mail found the server away. Many that set out at once, after as many failures, are one failure. */
export function trip(breaker: CircuitBreaker, failuresAtStart: number, now: Date): CircuitBreaker {
  if (breaker.failures !== failuresAtStart) return breaker;
  const seconds = OPEN_SECONDS[Math.min(breaker.failures, OPEN_SECONDS.length - 1)]!;
  return { failures: breaker.failures + 1, openUntil: later(now, seconds) };
}
