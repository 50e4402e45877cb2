import { describe, expect, it } from 'vitest';
import { chooseWayOut, wayOutsOf } from './list-unsubscribe.ts';

describe('List-Unsubscribe, as a mail program reads it', () => {
  it.each([
    ['', null, null],
    ['<https://a.test/u/x>', 'List-Unsubscribe=One-Click', 'OneClick'],
    ['<https://a.test/u/x>', 'List-Unsubscribe=two', 'HttpLink'],
    ['<http://a.test/u/x>', 'List-Unsubscribe=One-Click', 'HttpLink'],
    ['<mailto:a@b.test?subject=x>, <https://a.test/u/x>', null, 'Mailto'],
    ['(comment) <ftp://a.test/>', null, null],
    ['https://a.test/without-brackets', null, null],
    ['<mailto:nobody>', null, null],
  ])('%s with %s is %s', (value, post, kind) => {
    expect(chooseWayOut(value, post)?.kind ?? null).toBe(kind);
  });

  it('is read where it was folded, and with what is escaped in it', () => {
    expect(wayOutsOf('<https://a.test/u/\r\n abc>, <mailto:leave%2Bx@b.test>')).toEqual([
      { kind: 'HttpLink', url: 'https://a.test/u/abc' },
      { kind: 'Mailto', address: 'leave+x@b.test', subject: null },
    ]);
  });

  it('is bounded, whatever stands in it (M-11)', () => {
    expect(wayOutsOf('<https://a.test/>'.repeat(1_000)).length).toBeLessThanOrEqual(20);
    for (const hostile of ['<'.repeat(1e6), '<>'.repeat(1e6), '<mailto:%E0%A4%A@b.test>'])
      expect(wayOutsOf(hostile).length).toBeLessThanOrEqual(1);
  });
});
