const FIRST_MS = 200;
const LONGEST_MS = 15_000;
/** A child that ran this long was well: its next end starts the count anew. */
const WELL_AFTER_MS = 30_000;

/** How many times in a row a child ended soon after its start, and how long to wait before the next (ms). */
export function nextTry(
  endedInARow: number,
  ranForMs: number,
): { endedInARow: number; delayMs: number } {
  const count = ranForMs >= WELL_AFTER_MS ? 1 : endedInARow + 1;
  return { endedInARow: count, delayMs: Math.min(FIRST_MS * 2 ** (count - 1), LONGEST_MS) };
}
