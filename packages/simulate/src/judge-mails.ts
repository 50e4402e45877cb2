import { exactly, type Expectation, IN_FORCE, type Seen, text } from './expectation.ts';
import type { Facts, PersonFacts, RequestFacts } from './facts.ts';

/** What was promised about mails: none too many, none lost. */
export function judgeMails(facts: Facts, seen: Seen): Expectation[] {
  return [
    exactly(
      'mails after an acknowledged goodbye, while it is in force',
      0,
      mailsAfter(facts, seen),
    ),
    exactly('messages that arrived twice', 0, facts.arrived.length - countOf(facts.arrived)),
    exactly(
      'mails to somebody whose mailbox does not exist, after the first',
      0,
      facts.refused.length - new Set(facts.refused).size,
    ),
    ...wholeMailings(facts),
  ];
}

const countOf = (arrived: Facts['arrived']): number =>
  new Set(arrived.map(({ messageId }) => messageId)).size;

/** Only a wish that still stands forbids; what was under way when it came is told to the reader, and may come. */
export function mailsAfter(
  {
    people,
    arrived,
  }: {
    readonly people: readonly Pick<PersonFacts, 'address' | 'wish'>[];
    readonly arrived: Facts['arrived'];
  },
  { requestsOf }: Pick<Seen, 'requestsOf'>,
): number {
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
