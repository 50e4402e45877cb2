/**
 * Whether a START still counts: not where a STOP of the same number was sent at the same time or after it, whichever came in
 * first (SM-20: the provider's time, then STOP wins).
 */
export function startCounts(startedAt: Date, stops: readonly Date[]): boolean {
  return stops.every((stoppedAt) => stoppedAt < startedAt);
}

/** Whether a STOP still counts: not where a whole double opt-in, its START and its second word, was sent after it. */
export function stopCounts(
  stoppedAt: Date,
  returns: readonly { readonly askedAt: Date }[],
): boolean {
  return returns.every(({ askedAt }) => askedAt <= stoppedAt);
}
