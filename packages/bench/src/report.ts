export interface Figure {
  /** What was done, each second. */
  readonly perSecond: number;
  /** Milliseconds for one, sorted ascending. */
  readonly millis: readonly number[];
}

/** The p-th percentile (0-100) of ascending values. */
export function percentile(ascending: readonly number[], p: number): number {
  return (
    ascending[Math.min(ascending.length - 1, Math.floor((ascending.length * p) / 100))] ??
    Number.NaN
  );
}

/** One line for people: rate, and the times half and 99 in 100 stayed under. */
export function describeFigure(name: string, figure: Figure): string {
  const rate = Math.round(figure.perSecond).toLocaleString('en');
  const [p50, p99] = [percentile(figure.millis, 50), percentile(figure.millis, 99)];
  return `${name.padEnd(44)} ${rate.padStart(8)}/s   p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms`;
}

/** The ratio to its reference beside the budget that it must keep. */
export function describeRatio(ratio: number, atLeast: number): string {
  return `ratio ${ratio.toFixed(2)} (budget ≥ ${atLeast}) ${ratio >= atLeast ? 'kept' : 'MISSED'}`;
}
