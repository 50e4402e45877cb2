import { describe, expect, it } from 'vitest';
import { isHttpsUrl, refuseText } from './plain-text.ts';

describe('a text of an account', () => {
  it.each([
    ['Hej, Åsa & <b>co</b> 👩‍🚀 न्यूज़', null],
    ['', 'empty'],
    ['abcdefghijabcdefghijabcdefghijabcdefghijx', 'too-long'],
    ['👍'.repeat(20), null],
    ['one\ntwo', 'too-many-lines'],
    ['tab\there', 'not-plain'],
    ['bell\u0007', 'not-plain'],
    ['turned \u202Eround', 'not-plain'],
    ['held \u2066apart', 'not-plain'],
    ['zero\u200Bwidth', 'not-plain'],
    ['line\u2028separator', 'not-plain'],
    ['private \uE000', 'not-plain'],
    ['\uD800', 'not-plain'],
    ['Z\u0300\u0301\u0302\u0303 pile', 'not-plain'],
  ])('%j: %s', (text, refusal) => {
    expect(refuseText(text, 40)).toBe(refusal);
  });

  it('may have as many lines as it is let', () => {
    expect(refuseText('a\nb\nc', 40, 3)).toBeNull();
    expect(refuseText('a\nb\nc\nd', 40, 3)).toBe('too-many-lines');
    expect(refuseText('a\r\nb', 40, 3)).toBe('not-plain');
  });
});

describe('a link of an imprint', () => {
  it.each([
    ['https://example.test', true],
    ['https://example.test:8443/a/b?c=d#e', true],
    ['http://example.test/', false],
    ['javascript:alert(1)', false],
    ['https://user:secret@example.test/', false],
    ['https://example.test/"onclick="', false],
    ['https://example.test/a b', false],
    [' https://example.test/', false],
    ['https://example.test/\n', false],
    ['https://', false],
    [`https://example.test/${'a'.repeat(500)}`, false],
  ])('%j: %s', (url, good) => {
    expect(isHttpsUrl(url)).toBe(good);
  });
});
