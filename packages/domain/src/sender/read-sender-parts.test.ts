import { describe, expect, it } from 'vitest';
import { readDisplayName, readKeyword, readSenderText } from './read-sender-parts.ts';

describe('a text that an SMS is sent from (SM-15)', () => {
  it.each([
    ['Nordlys', 'Nordlys'],
    [' H&M ', 'H&M'],
    ['Åhléns 24', 'Åhléns 24'],
    ['Bra¥Köp', 'Bra¥Köp'],
    ['abcdefghijk', 'abcdefghijk'],
    ['abcdefghijkl', null],
    ['12345', null],
    ['+46 70', null],
    ['', null],
    ['Čedok', null],
    ['a[b]', null],
    ['a€b', null],
    ['a`b', null],
    ['Nord\nlys', null],
    ['Nord\u0000', null],
    ['Нордлис', null],
  ])('%j is %j', (text, read) => {
    expect(readSenderText(text)).toBe(read);
  });

  it('holds the printable characters of the basic set of GSM 7-bit, and no others', () => {
    const basic =
      '@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
    const taken = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code)).filter(
      (each) => readSenderText(`a${each}b`) === `a${each}b`,
    );
    expect(taken.toSorted()).toEqual(basic.split('').toSorted());
  });
});

describe('a display name', () => {
  it.each([
    [' Nordlys Køb, A/S ', 'Nordlys Køb, A/S'],
    ['', ''],
    ['x'.repeat(100), 'x'.repeat(100)],
    ['x'.repeat(101), null],
    ['Nord\r\nBcc: evil@example.test', null],
    ['Nord\u2028lys', null],
    ['Nord\tlys', null],
    ['\u202emoc.knab', null],
    ['\u2067Nord', null],
    ['שלום\u200f Nord', 'שלום\u200f Nord'],
  ])('%j is %j', (text, name) => {
    expect(readDisplayName(text)).toBe(name);
  });
});

describe('a keyword', () => {
  it.each([
    ['rosor', 'ROSOR'],
    ['Räv1', 'RÄV1'],
    ['', ''],
    ['two words', null],
    ['x'.repeat(21), null],
    ['a-b', null],
  ])('%j is %j', (text, keyword) => {
    expect(readKeyword(text)).toBe(keyword);
  });
});
