import { expect, it } from 'vitest';
import { countryOfNumber } from './country-of-number.ts';

it.each([
  ['+46701740605', 'SE'],
  ['+4740612345', 'NO'],
  ['+12025550123', 'US'],
  ['+16045550123', 'CA'],
  ['+447400123456', 'GB'],
  ['+881612345678', null],
  ['72080', null],
])('%s is of %s (SM-15)', (number, country) => {
  expect(countryOfNumber(number)).toBe(country);
});
