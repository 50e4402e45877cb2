import type { SenderKind } from '@adieu/domain';
import { describe, expect, it } from 'vitest';
import { readSender, type SenderForm } from './read-sender.ts';

const of = (kind: SenderKind, address: string, more: Partial<SenderForm> = {}): SenderForm => ({
  kind,
  address,
  name: '',
  keyword: '',
  ...more,
});

describe('a sender as it was typed', () => {
  it.each([
    [of('EMAIL', ' News@Nordlys.Example.test '), null, 'news@nordlys.example.test'],
    [of('EMAIL', 'news@bücher.example'), null, 'news@xn--bcher-kva.example'],
    [of('NUMBER', '070-174 06 05'), 'SE', '+46701740605'],
    [of('NUMBER', '0046 70 174 06 05'), null, '+46701740605'],
    [of('TEXT', 'Nordlys'), null, 'Nordlys'],
    [of('SHORT_CODE', '72080'), 'SE', '72080'],
  ])('%j (%j) is sent from %j', (typed, country, address) => {
    expect(readSender(typed, country)).toEqual({ ...typed, address });
  });

  it.each([
    [of('EMAIL', 'news'), 'not-an-email'],
    [of('EMAIL', 'Nordlys <news@nordlys.example.test>'), 'not-an-email'],
    [of('EMAIL', 'news@nordlys.example.test\r\nBcc: a@b.example'), 'not-an-email'],
    [of('EMAIL', 'køb@nordlys.example.test'), 'email-beyond-ascii'],
    [of('EMAIL', 'a@b.example', { name: 'A\nB' }), 'name-unusable'],
    [of('EMAIL', 'a@b.example', { keyword: 'ROSOR' }), 'keyword-of-short-code-alone'],
    [of('NUMBER', '070-174 06 05'), 'country-needed'],
    [of('NUMBER', '72080'), 'not-a-number'],
    [of('NUMBER', 'Nordlys'), 'not-a-number'],
    [of('NUMBER', '+46701740605', { name: 'Nordlys' }), 'name-of-email-alone'],
    [of('TEXT', '12345'), 'not-a-sender-text'],
    [of('SHORT_CODE', '+46701740605'), 'not-a-short-code'],
    [of('SHORT_CODE', '72080', { keyword: 'two words' }), 'keyword-unusable'],
  ] as const)('%j is refused: %s', (typed, refused) => {
    expect(readSender(typed, null)).toEqual({ refused });
  });

  it.each([
    'STOPP',
    'stop',
    'Ja',
    'START',
    'HJÄLP',
    'hjalp',
    'INFO',
    'TEST',
    'ODHLÁSIT',
    'LOPETA',
    // Beside STOPP they would be another keyword: STOP ALL, OPT OUT, JA TACK.
    'ALL',
    'ALLT',
    'OUT',
    'TACK',
  ])('%s is no keyword of a short code, as it is read as a word that acts (SM-5)', (keyword) => {
    const typed = of('SHORT_CODE', '72080', { keyword });
    expect(readSender(typed, null)).toEqual({ refused: 'keyword-acts' });
  });

  it.each(['STOPPUR', 'JANNE', 'INFORM', 'ALLA2'])('%s is one', (keyword) => {
    expect(readSender(of('SHORT_CODE', '72080', { keyword }), null)).toMatchObject({ keyword });
  });

  it('has a short code’s keyword in capitals', () => {
    expect(readSender(of('SHORT_CODE', '72080', { keyword: ' rosor ' }), null)).toMatchObject({
      address: '72080',
      keyword: 'ROSOR',
    });
  });
});
