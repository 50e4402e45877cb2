import { describe, expect, it } from 'vitest';
import type { Facts, PersonFacts, RequestFacts } from './facts.ts';
import { judge } from './judge.ts';
import type { Kind } from './population.ts';

const person = (name: string, kind: Kind, more: Partial<PersonFacts> = {}): PersonFacts => ({
  address: `${name}@example.test`,
  kind,
  scanned: false,
  verdict: 'NOTHING',
  trouble: null,
  wish: null,
  cameBack: false,
  notices: 0,
  ...more,
});
const request = (name: string, method: string, more: Partial<RequestFacts> = {}): RequestFacts => ({
  address: `${name}@example.test`,
  method,
  state: 'CONFIRMED',
  suspicious: false,
  at: 200,
  deadline: null,
  endedAt: null,
  ...more,
});
const mail = (name: string, messageId: string, at: number) => {
  return { address: `${name}@example.test`, messageId, at };
};
const left = (...underWay: string[]) => ({ wish: { acknowledgedAt: 200, underWay } });

/** A run of two mailings in which everything went as it should. */
const GOOD: Facts = {
  name: 'n',
  seed: 1,
  purpose: 'SERVICE',
  reviews: true,
  onTimeout: 'REVERT',
  secondsPerDay: 1,
  reviewDays: 1,
  reviewSeconds: 1,
  expect: { optOutRate: 0.9, complaintRate: 0.5 },
  startedAt: 0,
  endedAt: 1000,
  people: [
    person('clicker', 'oneClick', left('c1')),
    person('declined', 'page', { ...left('d1'), notices: 1 }),
    person('reverted', 'reply', { ...left('r1'), notices: 1 }),
    person('angry', 'complaint', left('a1')),
    person('friend', 'forwarder', { ...left('f1'), cameBack: true }),
    person('idle', 'silent', { scanned: true }),
    person('gone', 'bounce'),
  ],
  arrived: [
    mail('clicker', 'c1', 100),
    mail('declined', 'd1', 100),
    mail('reverted', 'r1', 100),
    mail('angry', 'a1', 100),
    mail('friend', 'f1', 100),
    mail('idle', 'i1', 100),
    mail('idle', 'i2', 400),
    mail('declined', 'd2', 400),
  ],
  refused: ['gone@example.test'],
  requests: [
    request('clicker', 'ONE_CLICK'),
    request('declined', 'LINK', { state: 'DECLINED', deadline: 900, endedAt: 300 }),
    request('reverted', 'MAILTO', { state: 'REVERTED', deadline: 600, endedAt: 601 }),
    request('angry', 'SPAM_REPORT'),
    request('friend', 'LINK', { state: 'LIFTED', endedAt: 700 }),
  ],
  ledger: [],
  mailings: [
    { at: 0, state: 'SENT', messages: { SENT: 6, FAILED: 1 } },
    { at: 350, state: 'SENT', messages: { SENT: 2, STOPPED: 5 } },
  ],
  decided: [{ address: 'declined@example.test', decision: 'DECLINE' }],
  sms: null,
  scans: 4,
};

const broken = (facts: Facts): string[] =>
  judge(facts)
    .filter(({ kept }) => !kept)
    .map(({ about }) => about);
const changed = (name: string, change: Partial<PersonFacts>): PersonFacts[] =>
  GOOD.people.map((each) => (each.address.startsWith(`${name}@`) ? { ...each, ...change } : each));
const without = (method: string): RequestFacts[] =>
  GOOD.requests.filter((each) => each.method !== method);
const arrivedToo = (name: string, messageId: string, at: number): Partial<Facts> => ({
  arrived: [...GOOD.arrived, mail(name, messageId, at)],
  mailings: [GOOD.mailings[0]!, { at: 350, state: 'SENT', messages: { SENT: 3, STOPPED: 4 } }],
});

describe('the promises of a simulated campaign (N13)', () => {
  it('are kept where everything went as it should', () => {
    expect(broken(GOOD)).toEqual([]);
  });

  it.each<[string, Partial<Facts>, string]>([
    ['a mail to somebody who left', arrivedToo('clicker', 'c2', 400), 'acknowledged goodbye'],
    ['a mail while paused', arrivedToo('reverted', 'r2', 400), 'acknowledged goodbye'],
    [
      'a mail to a mailbox that did not exist the last time',
      { refused: ['gone@example.test', 'gone@example.test'] },
      'whose mailbox does not exist',
    ],
    ['a mail twice', { arrived: [...GOOD.arrived, mail('idle', 'i1', 120)] }, 'arrived twice'],
    ['a click that opened nothing', { requests: without('ONE_CLICK') }, 'button stop'],
    ['a page that opened nothing', { requests: without('LINK') }, 'use the page stop'],
    ['a STOP that opened nothing', { requests: without('MAILTO') }, 'mail STOP stop'],
    ['a report that opened nothing', { requests: without('SPAM_REPORT') }, 'report spam stop'],
    [
      'somebody who did nothing and left',
      { requests: [...GOOD.requests, request('gone', 'LINK')] },
      'people who did nothing',
    ],
    [
      'a scanner that opted somebody out',
      { requests: [...GOOD.requests, request('idle', 'LINK')] },
      'scanners caused',
    ],
    ['scanners that opened nothing', { scans: 0 }, 'scanners caused'],
    ['a way back that did not open', { people: changed('friend', { cameBack: false }) }, 'friend'],
    [
      'a message that was lost',
      { mailings: [GOOD.mailings[0]!, { at: 350, state: 'SENT', messages: { SENT: 2 } }] },
      'mailing 2',
    ],
    [
      'a mail that the record does not know',
      { arrived: [...GOOD.arrived, mail('idle', 'i3', 500)] },
      'as the record says',
    ],
    [
      'a review that ran out too soon',
      {
        requests: GOOD.requests.map((each) =>
          each.state === 'REVERTED' ? { ...each, endedAt: 599 } : each,
        ),
      },
      'before their deadline',
    ],
    [
      'a decision that did not stand',
      { decided: [{ address: 'declined@example.test', decision: 'CONFIRM' }] },
      'as an admin decided',
    ],
    ['nobody told', { people: changed('declined', { notices: 0 }) }, 'told by mail'],
    [
      'a request that waits for ever',
      { requests: [...GOOD.requests, request('clicker', 'LINK', { state: 'PENDING' })] },
      'still waiting',
    ],
    ['a page that failed', { people: changed('clicker', { trouble: '503' }) }, 'could not do'],
    ['marketing that reverted', { purpose: 'MARKETING' }, 'marketing requests that reverted'],
    ['a rate above the author’s', { expect: { optOutRate: 0.1 } }, 'opt-out rate'],
    ['complaints above the author’s', { expect: { complaintRate: 0.1 } }, 'complaint rate'],
  ])('%s is reported', (_, change, about) => {
    expect(broken({ ...GOOD, ...change })).toContainEqual(expect.stringContaining(about));
  });

  it('a mail that was under way when the wish came may still arrive', () => {
    const people = changed('clicker', left('c1', 'c2'));
    expect(broken({ ...GOOD, ...arrivedToo('clicker', 'c2', 201), people })).toEqual([]);
  });

  it('a campaign that paused itself keeps the rest back and breaks nothing', () => {
    const messages = { SENT: 2, STOPPED: 1, QUEUED: 4 };
    const mailings = [GOOD.mailings[0]!, { at: 350, state: 'PAUSED', messages }];
    expect(broken({ ...GOOD, mailings })).toEqual([]);
  });

  it('of a filter’s presses the first nine are believed, the others not (N4)', () => {
    const robots = Array.from({ length: 12 }, (_, i) => `robot-${i}`);
    const facts = (suspected: number): Facts => ({
      ...GOOD,
      people: robots.map((name) => person(name, 'robot', left(name))),
      arrived: robots.map((name) => mail(name, name, 100)),
      requests: robots.map((name, i) => request(name, 'ONE_CLICK', { suspicious: i < suspected })),
      refused: [],
      mailings: [{ at: 0, state: 'SENT', messages: { SENT: 12 } }],
      decided: [],
      expect: {},
    });
    expect(broken(facts(3))).toEqual([]);
    expect(broken(facts(2))).toEqual(['presses of a company’s filter that are not believed']);
  });
});
