import { describe, expect, it } from 'vitest';
import { paceOfClaim, readDomainRates, readRate } from './send-pace.ts';

describe('a rate', () => {
  it.each([
    ['20', 20],
    ['0.5', 0.5],
    [' 5 ', 5],
    ['0.0001', 0.0001],
    ['100000', 100_000],
    ['0', null],
    ['-1', null],
    ['100001', null],
    ['1e3', null],
    ['', null],
    ['20/s', null],
  ])('“%s” is %s a second', (text, rate) => {
    expect(readRate(text)).toBe(rate);
  });
});

describe('rates of domains', () => {
  it.each([
    ['', []],
    ['gmail.com=20', [{ names: ['gmail.com'], perSecond: 20 }]],
    [
      'Gmail.com+googlemail.com=20,yahoo.com=0.5  xn--mnchen-3ya.example=1',
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
    ['gmail.com=20=3', 'gmail.com=20=3 has no rate'],
    ['gmail.com=fast', 'a number of messages per second'],
    ['gmail.com=0', 'a number of messages per second'],
    ['gmail=20', '“gmail” is no domain in ASCII'],
    ['münchen.example=1', '“münchen.example” is no domain in ASCII'],
    ['gmail.com+=20', '“” is no domain in ASCII'],
    ['gmail.com=20 yahoo.com+GMAIL.com=5', 'gmail.com stands there twice'],
  ])('“%s” are refused, and it is said why', (text, why) => {
    expect(readDomainRates(text)).toEqual({ problem: expect.stringContaining(why) });
  });
});

describe('the pace of a claim', () => {
  const nobody = { id: 'account', perSecond: null };

  it('is none where nothing is limited', () => {
    expect(paceOfClaim({ overall: null, domains: [] }, nobody)).toBeNull();
  });

  it('names every rate that a message counts for', () => {
    const domains = [{ names: ['gmail.com', 'googlemail.com'], perSecond: 20 }];
    expect(paceOfClaim({ overall: 50, domains }, { id: 'account', perSecond: 10 })).toEqual({
      general: { '*': 50, account: 10 },
      lanes: { 'gmail.com': 20 },
      domains: { 'gmail.com': 'gmail.com', 'googlemail.com': 'gmail.com' },
    });
    expect(paceOfClaim({ overall: null, domains }, nobody)?.general).toEqual({});
    expect(paceOfClaim({ overall: null, domains: [] }, { id: 'account', perSecond: 10 })).toEqual({
      general: { account: 10 },
      lanes: {},
      domains: {},
    });
  });
});
