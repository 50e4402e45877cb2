import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readNumber } from './read-number.ts';

const NO_NUMBER = { kind: 'NO_NUMBER' };
const COUNTRY_NEEDED = { kind: 'COUNTRY_NEEDED' };
const number = (text: string) => ({ kind: 'NUMBER', number: text });
const shortCode = (code: string) => ({ kind: 'SHORT_CODE', code });

describe('a telephone number in its one form, E.164 (SM-16)', () => {
  it.each([
    ['+46 70 174 06 05', null, number('+46701740605')],
    ['+46 (0)70-174 06 05', null, number('+46701740605')],
    ['0046701740605', null, number('+46701740605')],
    ['00 46 70 174 06 05', 'DK', number('+46701740605')],
    ['070-174 06 05', 'SE', number('+46701740605')],
    ['070 174 06 05', 'se', number('+46701740605')],
    ['٠٧٠١٧٤٠٦٠٥', 'SE', number('+46701740605')],
    ['tel:+46701740605', null, number('+46701740605')],
    ['01146701740605', 'US', number('+46701740605')],
    ['(202) 555-0115', 'US', number('+12025550115')],
    ['601 123 456', 'CZ', number('+420601123456')],
    ['06 1234 5678', 'IT', number('+390612345678')],
    ['08-123 456', 'SE', number('+468123456')],
    ['211234', 'FO', number('+298211234')],
    ['070-174 06 05', null, COUNTRY_NEEDED],
    ['070-174 06 05', 'XX', COUNTRY_NEEDED],
    ['0700 12', 'SE', NO_NUMBER],
    ['+46 70 12', null, NO_NUMBER],
    ['+999 123 456 789', null, NO_NUMBER],
    ['+46701740605 ext 3', null, NO_NUMBER],
    ['call +46701740605 now', null, NO_NUMBER],
    ['+46701740605, +46701740606', null, NO_NUMBER],
    ['anna@example.test', 'SE', NO_NUMBER],
    ['ADIEU', 'SE', NO_NUMBER],
    ['', 'SE', NO_NUMBER],
    ['0'.repeat(41), 'SE', NO_NUMBER],
  ])('%j with country %j', (text, country, read) => {
    expect(readNumber(text, country)).toEqual(read);
  });

  it('reads what is new to its metadata where the country is written', () => {
    expect(readNumber('+46 10 000 00 00 00', null)).toEqual(NO_NUMBER);
    expect(readNumber('+4670000000', null)).toEqual(number('+4670000000'));
  });
});

describe('a short code is no number of a country', () => {
  it.each([
    ['72080', 'SE'],
    [' 71500 ', 'DK'],
    ['112', null],
    ['729292', 'US'],
  ])('%j with country %j', (text, country) => {
    expect(readNumber(text, country)).toEqual(shortCode(text.trim()));
  });

  it.each(['７２０８０', '٧٢٠٨٠', '۷۲۰۸۰'])('whichever digits it is typed in: %j', (text) => {
    expect(readNumber(text, 'SE')).toEqual(shortCode('72080'));
  });

  it('a plus makes none of it', () => {
    expect(readNumber('+72080', 'SE')).toEqual(NO_NUMBER);
  });
});

const corpus = join(import.meta.dirname, '../../../../shared/corpora/sms-gateways');
const isThere = existsSync(corpus);
if (!isThere) console.warn(`SKIPPED: the corpus of SMS gateways is not there (${corpus})`);

interface Case {
  readonly expect: { readonly events?: readonly { event: string; from?: string; to?: string }[] };
}

it.skipIf(!isThere)('reads every number that a gateway reports as it stands in the corpus', () => {
  const cases = readdirSync(corpus)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => JSON.parse(readFileSync(join(corpus, name), 'utf8')) as Case[]);
  const numbers = cases
    .flatMap(({ expect: { events } }) => events ?? [])
    .filter(({ event }) => event === 'message')
    .flatMap(({ from, to }) => [from, to])
    .filter((each) => each !== undefined);
  expect(numbers.length).toBeGreaterThan(50);
  const unread = numbers.filter((each) => {
    const read = readNumber(each, null);
    return read.kind === 'NUMBER' ? read.number !== each : read.kind !== 'SHORT_CODE';
  });
  // One gateway reports it as it was dialled: only whoever set it up knows in which country.
  expect([...new Set(unread)]).toEqual(['066012345678']);
  expect(readNumber('066012345678', null)).toEqual(COUNTRY_NEEDED);
  expect(readNumber('066012345678', 'AT').kind).toBe('NUMBER');
});
