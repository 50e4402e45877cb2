/** What happened in an hour or a day. */
export interface Happened {
  /** ISO 8601 UTC. */
  readonly from: string;
  readonly sent: number;
  readonly optOuts: number;
  readonly complaints: number;
}

const HOUR_MS = 3_600_000;
const MOST_HOURS = 48;
const MOST_DAYS = 120;

/**
 * Hours where all happened within two days, else days; empty ones filled in, so that a plot's width is time. What spans
 * more than four months stays as it is.
 */
export function overTime(
  byHour: readonly Happened[],
  byDay: readonly Happened[],
): { readonly step: 'HOUR' | 'DAY'; readonly values: readonly Happened[] } {
  const isShort = byDay.length <= 3 && stepsOf(byHour, HOUR_MS) <= MOST_HOURS;
  const [step, found, size] = isShort
    ? (['HOUR', byHour, HOUR_MS] as const)
    : (['DAY', byDay, 24 * HOUR_MS] as const);
  const count = stepsOf(found, size);
  if (count > MOST_DAYS) return { step, values: found };
  const known = new Map(found.map((one) => [Date.parse(one.from), one]));
  const start = Math.min(...known.keys());
  const values = Array.from({ length: count }, (_, i) => {
    const at = start + i * size;
    const from = new Date(at).toISOString();
    return known.get(at) ?? { from, sent: 0, optOuts: 0, complaints: 0 };
  });
  return { step, values };
}

/** From the first to the last, both among them; they are in order. */
function stepsOf(found: readonly Happened[], size: number): number {
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined) return 0;
  return Math.round((Date.parse(last.from) - Date.parse(first.from)) / size) + 1;
}
