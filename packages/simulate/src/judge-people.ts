import { burstFrom } from '@adieu/domain';
import { exactly, type Expectation, IN_FORCE, reached, type Seen, text } from './expectation.ts';
import type { Facts } from './facts.ts';
import type { Kind } from './population.ts';

/** The record's method for each kind of leaver. */
const METHOD_OF: Partial<Record<Kind, string>> = {
  oneClick: 'ONE_CLICK',
  page: 'LINK',
  reply: 'MAILTO',
  answer: 'MAIL_REPLY',
  complaint: 'SPAM_REPORT',
};
const LEAVERS: Readonly<Record<string, string>> = {
  oneClick: 'people who press the mail program’s button stop',
  page: 'people who use the page stop',
  reply: 'people who mail STOP stop',
  answer: 'people who answer STOPP to a mail stop',
  complaint: 'people who report spam stop',
};
/** Of presses beyond the first, the share that must not be believed: one that meets its mail's sender in the act is not counted. */
const SUSPECTED_SHARE = 0.9;

/** What was promised about each kind of people. */
export function judgePeople(facts: Facts, seen: Seen): Expectation[] {
  return [
    ...Object.keys(LEAVERS).flatMap((kind) => leavers(facts, seen, kind as Kind)),
    ...forwarders(facts, seen),
    ...robots(facts, seen),
    exactly('opt-outs of people who did nothing, scanned or not', 0, withoutWish(facts, seen)),
    ...scanners(facts, seen),
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
  const idle = new Set<Kind>(['silent', 'away', 'bounce', 'returned']);
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
