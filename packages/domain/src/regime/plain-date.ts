/** A day of the calendar without time or zone, as `YYYY-MM-DD`: compares as text. Years 1000 to 9999. */
export type PlainDate = string;

const DAY_MS = 86_400_000;

/** A day as somebody wrote it; null where there is no such day. */
export function parsePlainDate(text: string): PlainDate | null {
  const midnight = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text) ? text : null;
}

/** The day of a year, a month (1 to 12) and a day of the month; one beyond the month's end runs into the next. */
export function plainDate(year: number, month: number, day: number): PlainDate {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** `days` days later, or earlier where negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(date: PlainDate): number {
  return new Date(Date.parse(date)).getUTCDay();
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}
