import { SECOND_WORD_HOURS } from '../consent/sms-exchange.ts';

/**
 * Whether a START still counts: not where a STOP of the same number was sent at the same time or after it, whichever came in
 * first (SM-20: the provider's time, then STOP wins).
 */
export function startCounts(startedAt: Date, stops: readonly Date[]): boolean {
  return stops.every((stoppedAt) => stoppedAt < startedAt);
}

/**
 * Whether a START is asked about at all: days after it was sent nobody expects a question, and what comes so late may be a
 * repetition of what was long settled. A STOP counts however late it comes.
 */
export function startIsFresh(startedAt: Date, now: Date): boolean {
  return now.getTime() - startedAt.getTime() <= SECOND_WORD_HOURS * 3_600_000;
}

/** Whether a STOP still counts: not where a START that was sent after it was confirmed by then. */
export function stopCounts(
  stoppedAt: Date,
  returns: readonly { readonly askedAt: Date; readonly isConfirmed: boolean }[],
): boolean {
  return !returns.some(({ askedAt, isConfirmed }) => isConfirmed && askedAt > stoppedAt);
}
