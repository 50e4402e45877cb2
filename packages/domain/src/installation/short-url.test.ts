import { describe, expect, it } from 'vitest';
import { readShortCodes } from './short-codes.ts';
import { readShortLinkHost, SHORT_URL_MOST, shortUrlLength, shortUrlOf } from './short-url.ts';

describe('SHORT_LINK_HOST (D2)', () => {
  it.each([
    ['no-s.example', 'no-s.example'],
    [' A.SE ', 'a.se'],
    ['go.example.com:8443', 'go.example.com:8443'],
  ])('%j is %j', (text, host) => {
    expect(readShortLinkHost(text)).toEqual({ value: host });
  });

  it.each(['https://a.se', 'a.se/s', 'localhost', 'lämna.se', '', 'a..se', '127.0.0.1'])(
    '%j is refused, and what it must be is said',
    (text) => {
      expect(readShortLinkHost(text)).toEqual({ problem: expect.stringContaining('a host alone') });
    },
  );

  it('makes a link of 22 characters with a host of four, and without one the links of PUBLIC_URL', () => {
    expect(shortUrlLength(shortUrlOf('https://leave.example.com', 'a.se'))).toBe(SHORT_URL_MOST);
    expect(shortUrlOf('https://leave.example.com', null)).toBe('https://leave.example.com/s/');
  });
});

describe('SMS_SHORT_CODES (A3)', () => {
  it('are read by country', () => {
    expect(readShortCodes('SE=72080, no=2077')).toEqual({ value: { SE: '72080', NO: '2077' } });
    expect(readShortCodes('')).toEqual({ value: {} });
  });

  it.each(['72080', 'SE=1', 'SE=72080 SE=72000', 'SWE=72080'])('%j is refused', (text) => {
    expect(readShortCodes(text)).toEqual({ problem: expect.stringContaining('SE=72080') });
  });
});
