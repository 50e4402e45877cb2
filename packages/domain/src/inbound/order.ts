import { SECOND_WORD_HOURS } from '../consent/sms-exchange.ts';

/**
 * Whether a START still counts: not where a STOP of the same number was sent at the same time or after it, whichever came in
 * first (SM-20: the provider's time, then STOP wins).
 */
export function startCounts(startedAt: Date, stops: readonly CameIn[]): boolean {
  return stops.every((stop) => stoppedAt(stop) < startedAt);
}

/**
 * Whether a START is asked about at all: days after it was sent nobody expects a question, and what comes so late may be a
 * repetition of what was long settled. A STOP counts however late it comes.
 */
export function startIsFresh(startedAt: Date, now: Date): boolean {
  return now.getTime() - startedAt.getTime() <= SECOND_WORD_HOURS * 3_600_000;
}

/** When an SMS was sent, as its gateway says, and when it came in. */
export interface CameIn {
  readonly sentAt: Date;
  readonly receivedAt: Date;
}

/** For how long gateways come again. One that says more has a clock that is wrong. */
const RETRY_HOURS = 48;

/** Shorter than zones differ by: within it no time of a place can pass for that of another. */
const IN_ORDER_MINUTES = 10;

/** When a STOP was sent: by its gateway's time, but never longer ago than a gateway tries; what no clock can say is when it came in. */
export function stoppedAt({ sentAt, receivedAt }: CameIn): Date {
  return isWithin(RETRY_HOURS * 60, { sentAt, receivedAt }) ? sentAt : receivedAt;
}

/**
 * What a STOP is where a START that was sent after it may have been confirmed by then: nothing, where it came in so soon that it
 * must be so (SM-20); else in doubt, as the gateway's clock may be wrong.
 */
export function stopCounts(
  stop: CameIn,
  returns: readonly { readonly askedAt: Date; readonly isConfirmed: boolean }[],
): 'YES' | 'NO' | 'IN_DOUBT' {
  const isUndone = returns.some(
    ({ askedAt, isConfirmed }) => isConfirmed && askedAt > stoppedAt(stop),
  );
  if (!isUndone) return 'YES';
  return isWithin(IN_ORDER_MINUTES, stop) ? 'NO' : 'IN_DOUBT';
}

function isWithin(minutes: number, { sentAt, receivedAt }: CameIn): boolean {
  return receivedAt.getTime() - sentAt.getTime() <= minutes * 60_000;
}
