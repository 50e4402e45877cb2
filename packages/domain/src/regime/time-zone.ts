import { addDays, type PlainDate } from './plain-date.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** Whether this is a zone of the IANA database (`Europe/Stockholm`); offsets like `+02:00` are none: they know no summer time. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    formatOf(text);
    return true;
  } catch {
    return false;
  }
}

/** What clocks in the zone show at an instant, as milliseconds since 1970 as if they showed UTC. */
function wallMillis(timeZone: string, instant: Date): number {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(
    parts['year']!,
    parts['month']! - 1,
    parts['day'],
    parts['hour'],
    parts['minute'],
    parts['second'],
  );
}

/** The day that it is in the zone at an instant. */
export function dateIn(timeZone: string, instant: Date): PlainDate {
  return new Date(wallMillis(timeZone, instant)).toISOString().slice(0, 10);
}

/** The hour, 0 to 23, that clocks in the zone show at an instant. */
export function hourIn(timeZone: string, instant: Date): number {
  return new Date(wallMillis(timeZone, instant)).getUTCHours();
}

const REACH_MS = 36 * 3_600_000;

/** The instant at which a day ends in the zone: the first of the next day, also where that does not begin at midnight. */
export function endOfDay(timeZone: string, date: PlainDate): Date {
  const next = addDays(date, 1);
  let before = Date.parse(next) - REACH_MS;
  let within = Date.parse(next) + REACH_MS;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (dateIn(timeZone, new Date(middle)) >= next) within = middle;
    else before = middle;
  }
  return new Date(within);
}

/** The instant at which a day begins in the zone, also where that is not midnight. */
export function startOfDay(timeZone: string, date: PlainDate): Date {
  return endOfDay(timeZone, addDays(date, -1));
}
