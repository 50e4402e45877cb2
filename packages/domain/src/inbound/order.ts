/**
 * Whether a START still counts: not where a STOP of the same number was sent at the same time or after it, whichever came in
 * first (SM-20: the provider's time, then STOP wins).
 */
export function startCounts(startedAt: Date, stops: readonly Date[]): boolean {
  return stops.every((stoppedAt) => stoppedAt < startedAt);
}

/** Whether a STOP still counts: not where a START that was sent after it was confirmed by then. */
export function stopCounts(
  stoppedAt: Date,
  returns: readonly { readonly askedAt: Date; readonly isConfirmed: boolean }[],
): boolean {
  return !returns.some(({ askedAt, isConfirmed }) => isConfirmed && askedAt > stoppedAt);
}
