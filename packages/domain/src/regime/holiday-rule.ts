import { easterOf } from './easter.ts';
import { addDays, type PlainDate, plainDate, weekdayOf } from './plain-date.ts';

/** A day that comes each year, by rule; from `since` to `until` (both inclusive), where the law came or went. */
export interface HolidayRule {
  readonly name: string;
  readonly on: (year: number) => PlainDate;
  readonly since?: number;
  readonly until?: number;
}

type Years = Pick<HolidayRule, 'since' | 'until'>;

export const MONDAY = 1;
export const THURSDAY = 4;
export const SATURDAY = 6;

export const fixed = (
  name: string,
  month: number,
  day: number,
  years: Years = {},
): HolidayRule => ({ name, on: (year) => plainDate(year, month, day), ...years });

/** `offset` days after Easter Sunday. */
export const easter = (name: string, offset: number, years: Years = {}): HolidayRule => ({
  name,
  on: (year) => addDays(easterOf(year), offset),
  ...years,
});

/** The first such weekday on or after a day of the year: the third Monday of May is that after 15 May. */
export const onOrAfter = (
  name: string,
  weekday: number,
  month: number,
  day: number,
  years: Years = {},
): HolidayRule => ({
  name,
  on: (year) => {
    const from = plainDate(year, month, day);
    return addDays(from, (weekday - weekdayOf(from) + 7) % 7);
  },
  ...years,
});

/** One day of one year: a jubilee, a state funeral. */
export const once = (name: string, date: PlainDate): HolidayRule => ({
  name,
  on: () => date,
  since: Number(date.slice(0, 4)),
  until: Number(date.slice(0, 4)),
});
