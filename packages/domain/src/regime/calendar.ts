import type { HolidayRule } from './holiday-rule.ts';
import { addDays, type PlainDate, weekdayOf, yearOf } from './plain-date.ts';

/**
 * What becomes of a holiday that falls on a weekend. `KEPT`: nothing. `NEAREST`: Saturday's is taken on Friday, Sunday's
 * on Monday. `NEXT`: the next working day that is no holiday itself.
 */
export type Observance = 'KEPT' | 'NEAREST' | 'NEXT';

/** When a country does not work, but for Saturdays and Sundays. */
export interface HolidayCalendar {
  readonly rules: readonly HolidayRule[];
  readonly observance: Observance;
}

export interface Holiday {
  readonly date: PlainDate;
  readonly name: string;
}

const years = new WeakMap<HolidayCalendar, Map<number, readonly Holiday[]>>();

/**
 * The days that are kept because of a year's holidays, in order, with substitutes for weekends. A substitute may lie in
 * the year before or after: 1 January 2028 is taken on 31 December 2027 in the US.
 */
export function holidaysOf(calendar: HolidayCalendar, year: number): readonly Holiday[] {
  const known = years.get(calendar) ?? new Map<number, readonly Holiday[]>();
  years.set(calendar, known);
  let holidays = known.get(year);
  if (holidays === undefined) {
    holidays = computeHolidays(calendar, year);
    known.set(year, holidays);
  }
  return holidays;
}

function computeHolidays(calendar: HolidayCalendar, year: number): Holiday[] {
  const proper = calendar.rules
    .filter(({ since = 0, until = 9999 }) => since <= year && year <= until)
    .map(({ name, on }) => ({ name, date: on(year) }));
  const taken = new Set(proper.map(({ date }) => date));
  const substitutes = proper
    .filter(({ date }) => isWeekend(date))
    .sort(byDate)
    .flatMap(({ name, date }) => {
      const day = substituteFor(date, calendar.observance, taken);
      if (day === null) return [];
      taken.add(day);
      return [{ name: `${name} (substitute)`, date: day }];
    });
  return [...proper, ...substitutes].sort(byDate);
}

function substituteFor(
  date: PlainDate,
  observance: Observance,
  taken: ReadonlySet<PlainDate>,
): PlainDate | null {
  if (observance === 'KEPT') return null;
  if (observance === 'NEAREST') return addDays(date, weekdayOf(date) === 6 ? -1 : 1);
  let day = addDays(date, 1);
  while (isWeekend(day) || taken.has(day)) day = addDays(day, 1);
  return day;
}

function byDate(a: Holiday, b: Holiday): number {
  return a.date < b.date ? -1 : Number(a.date > b.date);
}

export function isWeekend(date: PlainDate): boolean {
  return [0, 6].includes(weekdayOf(date));
}

/** Whether a day is kept as a holiday, on a weekend or off. */
export function isHoliday(calendar: HolidayCalendar, date: PlainDate): boolean {
  const year = yearOf(date);
  return [year - 1, year, year + 1].some((near) =>
    holidaysOf(calendar, near).some((holiday) => holiday.date === date),
  );
}
