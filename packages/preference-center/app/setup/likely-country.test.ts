import { expect, it } from 'vitest';
import { likelyCountry } from './likely-country.ts';

it.each([
  ['sv-FI,sv;q=0.9', 'sv', 'FI'],
  ['sv', 'sv', 'SE'],
  [null, 'cs', 'CZ'],
  ['en-GB', 'en', 'GB'],
  ['zh-Hant-TW', 'en', 'TW'],
  ['en', 'en', ''],
  ['en-XX;q=<script>', 'en', ''],
] as const)('%s on a page in %s speaks of “%s”', (header, language, country) => {
  expect(likelyCountry(header, language)).toBe(country);
});
