import { describe, expect, it } from 'vitest';
import { readDomainRates, readRate, rateLimits } from './rate-limits.ts';

describe('a rate', () => {
  it.each([
    ['20/s', 20],
    ['0.5/s', 0.5],
    [' 30/min ', 0.5],
    ['9000/h', 2.5],
    ['100000/s', 100_000],
    ['0/s', null],
    ['-1/s', null],
    ['100001/s', null],
    ['1e3/s', null],
    ['', null],
    ['20', null],
    ['20/d', null],
  ])('“%s” is %s a second', (text, rate) => {
    expect(readRate(text)).toBe(rate);
  });
});

describe('rates of domains', () => {
  it.each([
    ['', []],
    ['gmail.com=20/s', [{ names: ['gmail.com'], perSecond: 20 }]],
    [
      'Gmail.com+googlemail.com=20/s,yahoo.com=30/min  xn--mnchen-3ya.example=1/s',
      [
        { names: ['gmail.com', 'googlemail.com'], perSecond: 20 },
        { names: ['yahoo.com'], perSecond: 0.5 },
        { names: ['xn--mnchen-3ya.example'], perSecond: 1 },
      ],
    ],
  ])('“%s” are read', (text, domains) => {
    expect(readDomainRates(text)).toEqual({ domains });
  });

  it.each([
    ['gmail.com', 'gmail.com has no rate'],
    ['gmail.com=20/s=3', 'gmail.com=20/s=3 has no rate'],
    ['gmail.com=fast', 'not a rate such as'],
    ['gmail.com=0/s', 'not a rate such as'],
    ['gmail=20/s', '“gmail” is no domain in ASCII'],
    ['*=20/s', '“*” is no domain in ASCII'],
    ['münchen.example=1/s', '“münchen.example” is no domain in ASCII'],
    ['gmail.com+=20/s', '“” is no domain in ASCII'],
    ['gmail.com=20/s yahoo.com+GMAIL.com=5/s', 'gmail.com stands there twice'],
  ])('“%s” are refused, and it is said why', (text, why) => {
    expect(readDomainRates(text)).toEqual({ problem: expect.stringContaining(why) });
  });
});

describe('a rate limit', () => {
  const domains = [{ names: ['gmail.com', 'googlemail.com'], perSecond: 20 }];
  const lines = { 'gmail.com': 'gmail.com', 'googlemail.com': 'gmail.com' };

  it.each([
    ['nothing', null, [], null],
    ['all', 50, [], { rates: { '*': 50 }, domains: {} }],
    ['a domain', null, domains, { rates: { 'gmail.com': 20 }, domains: lines }],
    ['both', 50, domains, { rates: { '*': 50, 'gmail.com': 20 }, domains: lines }],
  ])('limits %s', (_what, overall, each, limits) => {
    expect(rateLimits(overall, each)).toEqual(limits);
  });
});
