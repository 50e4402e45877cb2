import { expect, it } from 'vitest';
import { readCountries } from './read-countries.ts';

it.each([
  [[], []],
  [
    ['es', ' AU ', 'ES'],
    ['AU', 'ES'],
  ],
  [['UK'], null],
  [['EU'], null],
  [['ES', ''], null],
  [['Spain'], null],
])('%j are the countries %j (SM-15)', (typed, read) => {
  expect(readCountries(typed)).toEqual(read);
});
