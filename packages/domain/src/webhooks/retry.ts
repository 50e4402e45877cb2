const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Waits after the first failure, the second and so on; the last one repeats. The schedule that Standard Webhooks gives. */
export const WEBHOOK_WAITS_MS: readonly number[] = [
  5_000,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];
/** So much longer or shorter at most, so that what failed together is not tried together. */
const JITTER = 0.1;
/** Who says that it is too much, or whose proxy gives up, is left alone for longer than a moment. */
const SLOWED_MS = MINUTE;
/** A Retry-After beyond this is no longer a wait, but an end. */
const LONGEST_MS = 24 * HOUR;
/** So long nothing was taken: then nobody is there any more. */
export const WEBHOOK_GIVES_UP_MS = 5 * 24 * HOUR;

export interface WebhookFailure {
  /** How many attempts failed in a row, with this one. */
  readonly failures: number;
  readonly failingSince: Date;
  /** What Retry-After says. */
  readonly retryAfterMs: number | null;
  readonly isSlowedDown: boolean;
}

/**
 * When the same delivery is tried again; null where the endpoint is given up. The last try is in the moment of giving up, so
 * that who comes back within the five days is found. `random` is from 0 to 1.
 */
export function webhookRetryAt(
  { failures, failingSince, retryAfterMs, isSlowedDown }: WebhookFailure,
  now: Date,
  random: number,
): Date | null {
  const end = failingSince.getTime() + WEBHOOK_GIVES_UP_MS;
  if (now.getTime() >= end) return null;
  const scheduled = WEBHOOK_WAITS_MS[Math.min(failures, WEBHOOK_WAITS_MS.length) - 1]!;
  const wait = Math.max(
    scheduled * (1 - JITTER + 2 * JITTER * random),
    isSlowedDown ? SLOWED_MS : 0,
    Math.min(retryAfterMs ?? 0, LONGEST_MS),
  );
  return new Date(Math.min(now.getTime() + wait, end));
}

/** So long the log of deliveries is kept, with their bodies. */
export const WEBHOOK_LOG_DAYS = 30;
