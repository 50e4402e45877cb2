/** How often an admin is told at most of what waits for a decision, in seconds, unless they say otherwise: each day. */
export const DEFAULT_DIGEST_SECONDS = 86_400;

/** The schedule looks each minute. */
const SHORTEST_DIGEST_SECONDS = 60;
/** 30 days: whoever wants to hear less is better made inactive. */
const LONGEST_DIGEST_SECONDS = 30 * 86_400;

/** Whether a digest may come each so many seconds. */
export function isDigestPeriod(seconds: number): boolean {
  return seconds >= SHORTEST_DIGEST_SECONDS && seconds <= LONGEST_DIGEST_SECONDS;
}
