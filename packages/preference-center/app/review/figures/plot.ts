/** One bar of a plot, in per cent of the plot's own size. */
export interface Bar {
  readonly at: number;
  readonly width: number;
  readonly length: number;
}

/** How much of its place a bar takes. */
const FILL = 0.7;
/** Fewer bars leave the rest empty: one alone would be a wall. */
const FEWEST_PLACES = 7;
const HEADROOM = 1.1;

/** A bar for each value, side by side, the longest 100 % long. A value above zero is never invisible. */
export function barsOf(values: readonly number[]): Bar[] {
  return barsUpTo(Math.max(...values, 1), values);
}

/** Bars of rates and the heights of lines across them, on one scale; a little room is left above the highest. */
export function sharesOf(
  rates: readonly number[],
  lines: readonly number[],
): { readonly most: number; readonly bars: Bar[]; readonly lines: number[] } {
  const most = Math.max(...rates, ...lines) * HEADROOM;
  return {
    most,
    bars: barsUpTo(most, rates),
    lines: lines.map((line) => round((line / most) * 100)),
  };
}

function barsUpTo(most: number, values: readonly number[]): Bar[] {
  const place = 100 / Math.max(values.length, FEWEST_PLACES);
  return values.map((value, i) => ({
    at: round(i * place + (place * (1 - FILL)) / 2),
    width: round(place * FILL),
    length: value === 0 ? 0 : Math.max(1, round((value / most) * 100)),
  }));
}

const round = (number: number): number => Math.round(number * 100) / 100;
