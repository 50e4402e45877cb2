import { describe, expect, it } from 'vitest';
import type { RequestFacts, SmsFacts, SmsPersonFacts } from '../facts.ts';
import { judgeSms } from './judge-sms.ts';
import type { SmsKind } from './people.ts';

const left = { acknowledgedAt: 200, underWay: [] };
const person = (address: string, kind: SmsKind, isOut = false): SmsPersonFacts => ({
  address,
  kind,
  trouble: null,
  wish: isOut ? left : null,
});
const request = (address: string, state: string, endedAt: number | null = null): RequestFacts => ({
  address,
  method: 'SMS_KEYWORD',
  state,
  suspicious: false,
  at: 200,
  deadline: null,
  endedAt,
});
const sms = (address: string, messageId: string, at: number) => ({ address, messageId, at });

/** Two mailings by SMS in which everything went as it should. */
const GOOD: SmsFacts = {
  people: [
    person('+1', 'stop', true),
    person('+2', 'misspell', true),
    person('+3', 'swear', true),
    person('+4', 'comeback', true),
    person('+5', 'thank'),
    person('+6', 'forward'),
    person('+7', 'noSignal'),
  ],
  arrived: [
    ...['+1', '+2', '+3', '+4', '+5', '+6', '+7'].map((each) => sms(each, `first${each}`, 100)),
    ...['+4', '+5', '+6', '+7'].map((each) => sms(each, `second${each}`, 400)),
  ],
  others: [sms('+4', 'question', 250)],
  requests: [
    request('+1', 'CONFIRMED'),
    request('+2', 'PENDING'),
    request('+3', 'CONFIRMED'),
    request('+4', 'LIFTED', 300),
  ],
  mailings: [
    { at: 50, state: 'SENT', messages: { SENT: 7 } },
    { at: 390, state: 'SENT', messages: { SENT: 4, STOPPED: 3 } },
  ],
};

const broken = (change: Partial<SmsFacts>): string[] =>
  judgeSms({ ...GOOD, ...change })
    .filter(({ kept }) => !kept)
    .map(({ about }) => about);
const without = (address: string): RequestFacts[] =>
  GOOD.requests.filter((each) => each.address !== address);
const arrivedToo = (address: string, at: number): Partial<SmsFacts> => ({
  arrived: [...GOOD.arrived, sms(address, 'one-too-many', at)],
  mailings: [GOOD.mailings[0]!, { at: 390, state: 'SENT', messages: { SENT: 5, STOPPED: 2 } }],
});

describe('the promises of a simulated campaign by SMS (N13)', () => {
  it('are kept where everything went as it should', () => {
    expect(broken({})).toEqual([]);
  });

  it.each<[string, Partial<SmsFacts>, string]>([
    ['an SMS to somebody who left', arrivedToo('+1', 400), 'acknowledged goodbye'],
    ['an SMS before the second word', arrivedToo('+4', 250), 'acknowledged goodbye'],
    ['an SMS to a friend', { others: [sms('+9', 'r', 210)] }, 'on no list'],
    ['a STOPP that opened nothing', { requests: without('+1') }, 'answer STOPP'],
    ['a misspelling that opened nothing', { requests: without('+2') }, 'misspell'],
    ['a wish in anger that opened nothing', { requests: without('+3') }, 'swear'],
    [
      'a way back that did not open',
      { requests: [...without('+4'), request('+4', 'CONFIRMED')] },
      'START',
    ],
    [
      'thanks that took somebody off',
      { requests: [...GOOD.requests, request('+5', 'PENDING')] },
      'who thank',
    ],
    [
      'a friend’s STOPP that took the reader off',
      { requests: [...GOOD.requests, request('+6', 'CONFIRMED')] },
      'who thank',
    ],
    ['an SMS twice', { arrived: [...GOOD.arrived, sms('+5', 'first+5', 120)] }, 'arrived twice'],
    [
      'an SMS that the record does not know',
      { arrived: [...GOOD.arrived, sms('+5', 'x', 120)] },
      'as the record says',
    ],
    [
      'a message that was lost',
      { mailings: [GOOD.mailings[0]!, { at: 390, state: 'SENT', messages: { SENT: 4 } }] },
      'mailing 2 by SMS',
    ],
    [
      'an answer that was not taken',
      { people: GOOD.people.map((each) => ({ ...each, trouble: '503' })) },
      'could not do',
    ],
  ])('%s is reported', (_, change, about) => {
    expect(broken(change)).toContainEqual(expect.stringContaining(about));
  });
});
