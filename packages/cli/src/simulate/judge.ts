import { burstFrom } from '@adieu/domain';
import type { Facts, PersonFacts, RequestFacts } from './facts.ts';
import type { Kind } from './population.ts';

/** A promise or a wish of the setting's author, held against what happened. */
export interface Expectation {
  readonly about: string;
  readonly expected: string;
  readonly outcome: string;
  readonly kept: boolean;
}

/** The record's method for each kind of leaver. */
const METHOD_OF: Partial<Record<Kind, string>> = {
  oneClick: 'ONE_CLICK',
  page: 'LINK',
  reply: 'MAILTO',
  complaint: 'SPAM_REPORT',
};
const LEAVERS: Readonly<Record<string, string>> = {
  oneClick: 'people who press the mail program’s button stop',
  page: 'people who use the page stop',
  reply: 'people who answer STOP stop',
  complaint: 'people who report spam stop',
};
/** A confirmed one may have been lifted since, by the recipient's own double opt-in. */
const MAY_END_AS = {
  CONFIRM: new Set(['CONFIRMED', 'LIFTED']),
  DECLINE: new Set(['DECLINED']),
} as const;
const IN_FORCE = new Set(['PENDING', 'CONFIRMED']);

/** Everything that was promised about this population, each with what came of it. */
export function judge(facts: Facts): readonly Expectation[] {
  const seen = lookUp(facts);
  return [
    exactly(
      'mails after an acknowledged goodbye, while it is in force',
      0,
      mailsAfter(facts, seen),
    ),
    exactly('messages that arrived twice', 0, facts.arrived.length - countOf(facts.arrived)),
    ...wholeMailings(facts),
    ...Object.keys(LEAVERS).flatMap((kind) => leavers(facts, seen, kind as Kind)),
    ...forwarders(facts, seen),
    ...robots(facts, seen),
    exactly('opt-outs of people who did nothing, scanned or not', 0, withoutWish(facts, seen)),
    ...scanners(facts, seen),
    ...reviews(facts, seen),
    exactly('requests still waiting at the end', 0, inState(facts.requests, 'PENDING').length),
    exactly('people who could not do what they set out to do', 0, troubled(facts).length),
    ...wishesOfAuthor(facts),
  ];
}

interface Seen {
  readonly requestsOf: ReadonlyMap<string, readonly RequestFacts[]>;
  readonly reached: ReadonlySet<string>;
}

function lookUp({ requests, arrived }: Facts): Seen {
  return {
    requestsOf: Map.groupBy(requests, ({ address }) => address),
    reached: new Set(arrived.map(({ address }) => address)),
  };
}

function exactly(about: string, expected: number, outcome: number): Expectation {
  return { about, expected: text(expected), outcome: text(outcome), kept: expected === outcome };
}

const text = (value: number): string => value.toLocaleString('en');
const countOf = (arrived: Facts['arrived']): number =>
  new Set(arrived.map(({ messageId }) => messageId)).size;
const inState = (requests: readonly RequestFacts[], ...states: string[]): RequestFacts[] =>
  requests.filter(({ state }) => states.includes(state));
const troubled = ({ people }: Facts): PersonFacts[] =>
  people.filter(({ trouble }) => trouble !== null);

/** Those of a kind whom a mail reached: nobody else had anything to act on. */
function reached(facts: Facts, seen: Seen, kind: Kind): PersonFacts[] {
  return facts.people.filter((each) => each.kind === kind && seen.reached.has(each.address));
}

/** Only a wish that still stands forbids; what was under way when it came is told to the reader, and may come. */
function mailsAfter({ people, arrived }: Facts, { requestsOf }: Seen): number {
  const mails = Map.groupBy(arrived, ({ address }) => address);
  return people
    .filter(({ wish }) => wish !== null)
    .flatMap(({ address, wish }) => {
      const { acknowledgedAt, underWay } = wish!;
      const until = forceEnds(requestsOf.get(address) ?? []);
      return (mails.get(address) ?? []).filter(
        ({ at, messageId }) => at > acknowledgedAt && at < until && !underWay.includes(messageId),
      );
    }).length;
}

function forceEnds(requests: readonly RequestFacts[]): number {
  if (requests.some(({ state }) => IN_FORCE.has(state))) return Infinity;
  return Math.max(...requests.map(({ endedAt }) => endedAt ?? Infinity), -Infinity);
}

/** Nobody falls out of a mailing: each of its messages was sent, stopped or refused, and the record agrees with the server. */
function wholeMailings(facts: Facts): Expectation[] {
  const { mailings, people, arrived } = facts;
  const sent = mailings.reduce((sum, { messages }) => sum + (messages['SENT'] ?? 0), 0);
  return [
    ...mailings.map(({ messages, state }, i) => {
      const settled = ['SENT', 'STOPPED', 'FAILED'].map((each) => messages[each] ?? 0);
      const outcome = settled.reduce((sum, each) => sum + each, 0);
      // A campaign that Adieu paused by itself, for too many complaints, keeps the rest back.
      const kept = outcome === people.length || state === 'PAUSED';
      return {
        about: `mailing ${i + 1}: sent, stopped by the gate or refused by the mailbox`,
        expected: text(people.length),
        outcome: `${text(outcome)} (${settled.map(text).join(' + ')})${state === 'PAUSED' ? ', then paused' : ''}`,
        kept,
      };
    }),
    exactly('mails that the mail server took, as the record says', sent, arrived.length),
  ];
}

function leavers(facts: Facts, seen: Seen, kind: Kind): Expectation[] {
  const people = reached(facts, seen, kind);
  if (people.length === 0) return [];
  const left = people.filter(({ address }) =>
    (seen.requestsOf.get(address) ?? []).some(({ method }) => method === METHOD_OF[kind]),
  );
  return [exactly(LEAVERS[kind]!, people.length, left.length)];
}

function forwarders(facts: Facts, seen: Seen): Expectation[] {
  const people = reached(facts, seen, 'forwarder');
  if (people.length === 0) return [];
  const back = people.filter(
    ({ address, cameBack }) =>
      cameBack && !(seen.requestsOf.get(address) ?? []).some(({ state }) => IN_FORCE.has(state)),
  );
  return [
    exactly('people whom a friend unsubscribed, back by double opt-in', people.length, back.length),
  ];
}

/** Of presses beyond the first, the share that must not be believed: one that meets its mail's sender in the act is not counted. */
const SUSPECTED_SHARE = 0.9;

/** The first presses of a filter are believed, as nobody can tell them from people's; the rest waits for an admin (N4). */
function robots(facts: Facts, seen: Seen): Expectation[] {
  const people = reached(facts, seen, 'robot');
  if (people.length === 0) return [];
  const suspected = people.filter(({ address }) =>
    (seen.requestsOf.get(address) ?? []).some(({ suspicious }) => suspicious),
  ).length;
  const all = facts.people.filter(({ kind }) => kind === 'robot').length;
  const from = burstFrom(people[0]!.address.split('@')[1]!, all);
  const most = from === null ? 0 : Math.max(0, people.length - (from - 1));
  const least = Math.ceil(most * SUSPECTED_SHARE);
  return [
    {
      about: 'presses of a company’s filter that are not believed',
      expected: least === most ? text(most) : `${text(least)} to ${text(most)}`,
      outcome: text(suspected),
      kept: suspected >= least && suspected <= most,
    },
  ];
}

function withoutWish(facts: Facts, { requestsOf }: Seen): number {
  const idle = new Set<Kind>(['silent', 'bounce', 'returned']);
  return facts.people.filter(({ kind, address }) => idle.has(kind) && requestsOf.has(address))
    .length;
}

function scanners(facts: Facts, { reached: got, requestsOf }: Seen): Expectation[] {
  const scanned = facts.people.filter(({ scanned: is, address }) => is && got.has(address));
  if (scanned.length === 0) return [];
  const caused = scanned.filter(({ wish, address }) => wish === null && requestsOf.has(address));
  return [
    {
      about: `opt-outs that scanners caused (${text(facts.scans)} links opened)`,
      expected: '0',
      outcome: text(caused.length),
      kept: caused.length === 0 && facts.scans > 0,
    },
  ];
}

function reviews(facts: Facts, { requestsOf }: Seen): Expectation[] {
  const { purpose, onTimeout, people, requests, decided } = facts;
  const reverted = inState(requests, 'REVERTED');
  const early = requests.filter(
    ({ state, deadline, endedAt }) =>
      state === 'REVERTED' && (endedAt === null || deadline === null || endedAt < deadline),
  );
  const asDecided = decided.filter(({ address, decision }) =>
    (requestsOf.get(address) ?? []).some(({ state }) => MAY_END_AS[decision].has(state)),
  );
  const told = people.filter(
    ({ address, notices }) =>
      notices > 0 &&
      (requestsOf.get(address) ?? []).some(({ state }) => ['DECLINED', 'REVERTED'].includes(state)),
  );
  const back = new Set(inState(requests, 'DECLINED', 'REVERTED').map(({ address }) => address));
  return [
    ...(purpose === 'MARKETING'
      ? [exactly('marketing requests that reverted by themselves', 0, reverted.length)]
      : []),
    ...(purpose === 'SERVICE' && onTimeout === 'REVERT'
      ? [exactly('requests that reverted before their deadline', 0, early.length)]
      : []),
    ...(decided.length > 0
      ? [exactly('requests that ended as an admin decided', decided.length, asDecided.length)]
      : []),
    ...(back.size > 0
      ? [exactly('people told by mail that they are written to again', back.size, told.length)]
      : []),
  ];
}

/** What the setting's author wants to know: whether the rates stay below his own. */
function wishesOfAuthor(facts: Facts): Expectation[] {
  const { optOutRate, complaintRate } = facts.expect;
  const people = new Set(facts.arrived.map(({ address }) => address)).size;
  const inForce = new Set(inState(facts.requests, ...IN_FORCE).map(({ address }) => address)).size;
  const complained = facts.requests.filter(({ method }) => method === 'SPAM_REPORT').length;
  return [
    ...atMost('opt-out rate at the end', optOutRate, inForce / people),
    ...atMost('complaint rate', complaintRate, complained / people),
  ];
}

function atMost(about: string, most: number | undefined, rate: number): Expectation[] {
  if (most === undefined) return [];
  const percent = (value: number): string => `${(value * 100).toFixed(2)} %`;
  return [
    { about, expected: `at most ${percent(most)}`, outcome: percent(rate), kept: rate <= most },
  ];
}
