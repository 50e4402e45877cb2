import type { HolidayCalendar } from './calendar.ts';
import { easter, fixed, MONDAY, once, onOrAfter, SATURDAY, THURSDAY } from './holiday-rule.ts';

/*
 * A day that is a holiday makes a deadline later. So where custom and law differ, the law's list counts and no more:
 * Midsummer Eve, Christmas Eve in Sweden and Denmark, and days of single regions are working days here.
 */

/** Federal holidays: 5 USC 6103(a), observed by 6103(b) and Executive Order 11582. Not Inauguration Day (Washington alone). */
export const US_FEDERAL: HolidayCalendar = {
  observance: 'NEAREST',
  rules: [
    fixed('New Year’s Day', 1, 1),
    onOrAfter('Birthday of Martin Luther King, Jr.', MONDAY, 1, 15, { since: 1986 }),
    onOrAfter('Washington’s Birthday', MONDAY, 2, 15),
    onOrAfter('Memorial Day', MONDAY, 5, 25),
    fixed('Juneteenth', 6, 19, { since: 2021 }),
    fixed('Independence Day', 7, 4),
    onOrAfter('Labor Day', MONDAY, 9, 1),
    onOrAfter('Columbus Day', MONDAY, 10, 8),
    fixed('Veterans Day', 11, 11),
    onOrAfter('Thanksgiving Day', THURSDAY, 11, 22),
    fixed('Christmas Day', 12, 25),
  ],
};

/** Federal general holidays: Canada Labour Code s. 166; on a weekend the next working day (s. 193(2)). */
export const CA_FEDERAL: HolidayCalendar = {
  observance: 'NEXT',
  rules: [
    fixed('New Year’s Day', 1, 1),
    easter('Good Friday', -2),
    onOrAfter('Victoria Day', MONDAY, 5, 18),
    fixed('Canada Day', 7, 1),
    onOrAfter('Labour Day', MONDAY, 9, 1),
    fixed('National Day for Truth and Reconciliation', 9, 30, { since: 2021 }),
    onOrAfter('Thanksgiving Day', MONDAY, 10, 8),
    fixed('Remembrance Day', 11, 11),
    fixed('Christmas Day', 12, 25),
    fixed('Boxing Day', 12, 26),
  ],
};

/** Lag (1989:253) om allmänna helgdagar. Midsummer Eve (a Friday) is none by that law, Midsummer Day (a Saturday) is. */
export const SE: HolidayCalendar = {
  observance: 'KEPT',
  rules: [
    fixed('Nyårsdagen', 1, 1),
    fixed('Trettondedag jul', 1, 6),
    easter('Långfredagen', -2),
    easter('Påskdagen', 0),
    easter('Annandag påsk', 1),
    fixed('Första maj', 5, 1),
    easter('Kristi himmelsfärdsdag', 39),
    easter('Pingstdagen', 49),
    easter('Annandag pingst', 50, { until: 2004 }),
    fixed('Nationaldagen', 6, 6, { since: 2005 }),
    onOrAfter('Midsommardagen', SATURDAY, 6, 20),
    onOrAfter('Alla helgons dag', SATURDAY, 10, 31),
    fixed('Juldagen', 12, 25),
    fixed('Annandag jul', 12, 26),
  ],
};

/** Holidays of the Danish church; store bededag ended with the year 2023 (lov nr. 214 af 06/03/2023). */
export const DK: HolidayCalendar = {
  observance: 'KEPT',
  rules: [
    fixed('Nytårsdag', 1, 1),
    easter('Skærtorsdag', -3),
    easter('Langfredag', -2),
    easter('Påskedag', 0),
    easter('2. påskedag', 1),
    easter('Store bededag', 26, { until: 2023 }),
    easter('Kristi himmelfartsdag', 39),
    easter('Pinsedag', 49),
    easter('2. pinsedag', 50),
    fixed('Juledag', 12, 25),
    fixed('2. juledag', 12, 26),
  ],
};

/** What all sixteen states keep (their Feiertagsgesetze; 3 October by Einigungsvertrag Art. 2(2)). */
export const DE: HolidayCalendar = {
  observance: 'KEPT',
  rules: [
    fixed('Neujahr', 1, 1),
    easter('Karfreitag', -2),
    easter('Ostermontag', 1),
    fixed('Tag der Arbeit', 5, 1),
    easter('Christi Himmelfahrt', 39),
    easter('Pfingstmontag', 50),
    fixed('Tag der Deutschen Einheit', 10, 3, { since: 1990 }),
    once('Reformationstag, 500 Jahre', '2017-10-31'),
    fixed('1. Weihnachtstag', 12, 25),
    fixed('2. Weihnachtstag', 12, 26),
  ],
};

/** Zákon č. 245/2000 Sb.; Good Friday since 2016. */
export const CZ: HolidayCalendar = {
  observance: 'KEPT',
  rules: [
    fixed('Den obnovy samostatného českého státu', 1, 1),
    easter('Velký pátek', -2, { since: 2016 }),
    easter('Velikonoční pondělí', 1),
    fixed('Svátek práce', 5, 1),
    fixed('Den vítězství', 5, 8),
    fixed('Den slovanských věrozvěstů Cyrila a Metoděje', 7, 5),
    fixed('Den upálení mistra Jana Husa', 7, 6),
    fixed('Den české státnosti', 9, 28),
    fixed('Den vzniku samostatného československého státu', 10, 28),
    fixed('Den boje za svobodu a demokracii', 11, 17),
    fixed('Štědrý den', 12, 24),
    fixed('1. svátek vánoční', 12, 25),
    fixed('2. svátek vánoční', 12, 26),
  ],
};

/** Bank holidays of England and Wales: Banking and Financial Dealings Act 1971, Schedule 1, and proclamations under s. 1. */
export const GB: HolidayCalendar = {
  observance: 'NEXT',
  rules: [
    fixed('New Year’s Day', 1, 1),
    easter('Good Friday', -2),
    easter('Easter Monday', 1),
    onOrAfter('Early May bank holiday', MONDAY, 5, 1, { until: 2019 }),
    once('Early May bank holiday (VE Day)', '2020-05-08'),
    onOrAfter('Early May bank holiday', MONDAY, 5, 1, { since: 2021 }),
    once('Coronation of King Charles III', '2023-05-08'),
    onOrAfter('Spring bank holiday', MONDAY, 5, 25, { until: 2021 }),
    once('Spring bank holiday', '2022-06-02'),
    once('Platinum Jubilee', '2022-06-03'),
    onOrAfter('Spring bank holiday', MONDAY, 5, 25, { since: 2023 }),
    onOrAfter('Summer bank holiday', MONDAY, 8, 25),
    once('State Funeral of Queen Elizabeth II', '2022-09-19'),
    fixed('Christmas Day', 12, 25),
    fixed('Boxing Day', 12, 26),
  ],
};

/** What nearly all members keep; the law of each says more, and its regime, where there is one, knows it. */
export const EU: HolidayCalendar = {
  observance: 'KEPT',
  rules: [
    fixed('New Year’s Day', 1, 1),
    easter('Easter Monday', 1),
    fixed('Christmas Day', 12, 25),
  ],
};
