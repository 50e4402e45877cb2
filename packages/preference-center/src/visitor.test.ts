import { describe, expect, it } from 'vitest';
import { visitorOf } from './visitor.ts';

describe('who posts, as evidence', () => {
  it.each([
    [{ 'x-forwarded-for': '203.0.113.9, 10.0.0.1' }, '203.0.113.9'],
    [{ 'x-forwarded-for': '2001:db8::7' }, '2001:db8::7'],
    [{ 'x-forwarded-for': '<script>' }, null],
    [{}, '127.0.0.1'],
  ])('%o names the origin %s', (headers, origin) => {
    expect(
      visitorOf(new Headers({ ...headers, 'x-adieu-pages': 'ours' }), '127.0.0.1', 'ours').origin,
    ).toBe(origin);
  });

  it.each([{}, { 'x-adieu-pages': '' }, { 'x-adieu-pages': 'mine' }])(
    'believes no header of who is not the api’s proxy (%o)',
    (more) => {
      const headers = new Headers({ 'x-forwarded-for': '203.0.113.9', ...more });
      expect(visitorOf(headers, '127.0.0.1', 'ours').origin).toBe('127.0.0.1');
    },
  );

  it('keeps a user agent of a bounded length', () => {
    const headers = new Headers({ 'user-agent': 'x'.repeat(10_000) });
    expect(visitorOf(headers, '', 'ours').userAgent).toHaveLength(400);
  });
});
