import { type HolidayCalendar, isHoliday, isWeekend } from './calendar.ts';
import { addDays, type PlainDate } from './plain-date.ts';

/** Whether the calendar's country works that day: neither a weekend nor a holiday or its substitute (W-4). */
export function isBusinessDay(calendar: HolidayCalendar, date: PlainDate): boolean {
  return !isWeekend(date) && !isHoliday(calendar, date);
}

/** The `count`-th business day after a day, which itself does not count; the day itself for 0. */
export function addBusinessDays(
  calendar: HolidayCalendar,
  date: PlainDate,
  count: number,
): PlainDate {
  let day = date;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isBusinessDay(calendar, day)) left -= 1;
  }
  return day;
}
