const ISO_DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const UNIT_SECONDS = [7 * 86_400, 86_400, 3_600, 60, 1] as const;

/**
 * Reads an ISO 8601 duration as seconds; null where it is not one. Years and months are refused: their length
 * depends on the calendar, and a deadline must not.
 */
export function parseDuration(text: string): number | null {
  const match = ISO_DURATION.exec(text);
  if (match === null || !/\d/.test(text) || text.endsWith('T')) return null;
  return UNIT_SECONDS.reduce((sum, unit, i) => sum + unit * Number(match[i + 1] ?? 0), 0);
}

/** Writes seconds as the shortest ISO 8601 duration in days, hours, minutes and seconds. */
export function formatDuration(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const time = [
    [Math.floor(seconds / 3_600) % 24, 'H'],
    [Math.floor(seconds / 60) % 60, 'M'],
    [seconds % 60, 'S'],
  ] as const;
  const clock = time
    .filter(([n]) => n > 0)
    .map(([n, unit]) => `${n}${unit}`)
    .join('');
  if (days === 0 && clock === '') return 'PT0S';
  return `P${days > 0 ? `${days}D` : ''}${clock === '' ? '' : `T${clock}`}`;
}
