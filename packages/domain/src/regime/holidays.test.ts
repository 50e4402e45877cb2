import { describe, expect, it } from 'vitest';
import { isBusinessDay } from './business-days.ts';
import { type HolidayCalendar, holidaysOf, isHoliday } from './calendar.ts';
import { CA_FEDERAL, CZ, DE, DK, GB, SE, US_FEDERAL } from './calendars.ts';
import { easterOf } from './easter.ts';

describe('Easter', () => {
  it.each([
    '1818-03-22',
    '1943-04-25',
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2028-04-16',
    '2029-04-01',
    '2030-04-21',
    '2035-03-25',
    '2038-04-25',
  ])('is on %s', (date) => {
    expect(easterOf(Number(date.slice(0, 4)))).toBe(date);
  });
});

const dates = (calendar: HolidayCalendar, year: number): string[] =>
  holidaysOf(calendar, year).map(({ date }) => date.slice(5));

describe('a year of holidays (W-4)', () => {
  it.each([
    [
      'US',
      US_FEDERAL,
      2026,
      '01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25',
    ],
    ['CA', CA_FEDERAL, 2026, '01-01 04-03 05-18 07-01 09-07 09-30 10-12 11-11 12-25 12-26 12-28'],
    [
      'SE',
      SE,
      2026,
      '01-01 01-06 04-03 04-05 04-06 05-01 05-14 05-24 06-06 06-20 10-31 12-25 12-26',
    ],
    ['DK', DK, 2026, '01-01 04-02 04-03 04-05 04-06 05-14 05-24 05-25 12-25 12-26'],
    ['DE', DE, 2026, '01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26'],
    [
      'CZ',
      CZ,
      2026,
      '01-01 04-03 04-06 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26',
    ],
    ['GB', GB, 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28'],
  ] as const)('of %s', (_country, calendar, year, expected) => {
    expect(dates(calendar, year).join(' ')).toBe(expected);
  });

  it.each([
    ['US: Juneteenth on Saturday is kept on Friday', US_FEDERAL, '2027-06-18', true],
    ['US: Juneteenth was none before 2021', US_FEDERAL, '2020-06-19', false],
    ['US: Independence Day on Sunday is kept on Monday', US_FEDERAL, '2027-07-05', true],
    ['US: New Year 2028 is kept in the year before', US_FEDERAL, '2027-12-31', true],
    ['US: Inauguration Day is Washington’s alone', US_FEDERAL, '2025-01-20', true],
    ['US: Inauguration Day is no holiday', US_FEDERAL, '2029-01-20', false],
    ['CA: Victoria Day is the Monday before 25 May', CA_FEDERAL, '2027-05-24', true],
    ['CA: 25 May is not', CA_FEDERAL, '2026-05-25', false],
    ['CA: Canada Day on Sunday goes to Monday', CA_FEDERAL, '2029-07-02', true],
    ['CA: Truth and Reconciliation since 2021', CA_FEDERAL, '2020-09-30', false],
    ['SE: Midsummer Eve is none by the law', SE, '2026-06-19', false],
    ['SE: Christmas Eve is none by the law', SE, '2026-12-24', false],
    ['SE: the national day on Saturday has no substitute', SE, '2026-06-08', false],
    ['SE: Whit Monday until 2004', SE, '2004-05-31', true],
    ['SE: Whit Monday from 2005', SE, '2005-05-16', false],
    ['DK: store bededag until 2023', DK, '2023-05-05', true],
    ['DK: store bededag from 2024', DK, '2024-04-26', false],
    ['DK: Constitution Day is none', DK, '2026-06-05', false],
    ['DE: Corpus Christi is not kept everywhere', DE, '2026-06-04', false],
    ['DE: Reformation Day of 2017 was', DE, '2017-10-31', true],
    ['CZ: Good Friday since 2016', CZ, '2015-04-03', false],
    ['GB: Christmas on Saturday and Boxing Day on Sunday, 1', GB, '2027-12-27', true],
    ['GB: Christmas on Saturday and Boxing Day on Sunday, 2', GB, '2027-12-28', true],
    ['GB: Christmas on Sunday goes past Boxing Day', GB, '2022-12-27', true],
    ['GB: New Year on Saturday goes to Monday', GB, '2028-01-03', true],
    ['GB: the spring holiday of 2022 was moved', GB, '2022-05-30', false],
    ['GB: to a Thursday', GB, '2022-06-02', true],
  ] as const)('%s', (_what, calendar, date, expected) => {
    expect(isHoliday(calendar, date)).toBe(expected);
  });

  it('makes a day a business day where neither it nor a weekend is in the way', () => {
    expect(isBusinessDay(SE, '2026-04-03')).toBe(false);
    expect(isBusinessDay(SE, '2026-04-04')).toBe(false);
    expect(isBusinessDay(SE, '2026-04-07')).toBe(true);
    expect(isBusinessDay(US_FEDERAL, '2026-04-06')).toBe(true);
  });
});
