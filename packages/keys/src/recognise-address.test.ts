import { expect, it } from 'vitest';
import { createKeyRing } from './key-ring.ts';
import { explainRefusal, recogniseAddress } from './recognise-address.ts';

const ring = createKeyRing();

it('gives one key to all ways of writing an address, on each channel (SM-16, I-5)', () => {
  const ways = ['+46 70 174 06 05', '0046701740605', '070-174 06 05'].map((text) =>
    recogniseAddress(ring, { channel: 'SMS', text, country: 'SE' }),
  );
  expect(new Set(ways.map((way) => JSON.stringify(way))).size).toBe(1);
  expect(ways[0]).toMatchObject({ channel: 'SMS', address: '+46701740605' });
  const mail = { channel: 'EMAIL', text: ' Anna@Example.Test', country: null } as const;
  expect(recogniseAddress(ring, mail)).toEqual(
    recogniseAddress(ring, { ...mail, text: 'anna@example.test' }),
  );
});

it.each([
  ['EMAIL', '+46701740605', 'not-an-email'],
  ['SMS', 'anna@example.test', 'not-a-number'],
  ['SMS', '070-174 06 05', 'country-needed'],
  ['SMS', '72080', 'short-code'],
] as const)('says why %s %j is no address of a person', (channel, text, refused) => {
  expect(recogniseAddress(ring, { channel, text, country: null })).toEqual({ refused });
});

it.each([
  ['46701740605', null, 'plus-needed'],
  ['46 70-174 06 05', null, 'plus-needed'],
  ['4520123456', 'SE', 'plus-needed'],
  ['0701740605', null, 'country-needed'],
  ['467017406051234', null, 'country-needed'],
] as const)('%s of an account in %s is refused: %s', (text, country, refused) => {
  expect(recogniseAddress(ring, { channel: 'SMS', text, country })).toEqual({ refused });
});

it('where its account has no country, a number without one is refused with what to do about it', () => {
  expect(explainRefusal('country-needed', null)).toMatch(/changeAccount/);
  expect(explainRefusal('country-needed', 'XX')).not.toMatch(/changeAccount/);
  expect(explainRefusal('plus-needed', null)).not.toMatch(/changeAccount/);
});
