import { exactly, type Expectation, IN_FORCE, inState, lookUp } from './expectation.ts';
import type { Facts } from './facts.ts';
import { judgeMails } from './judge-mails.ts';
import { judgePeople } from './judge-people.ts';
import { judgeReviews } from './judge-reviews.ts';
import { judgeSms } from './sms/judge-sms.ts';

/** Everything that was promised about this population, each with what came of it. */
export function judge(facts: Facts): readonly Expectation[] {
  const seen = lookUp(facts);
  const troubled = facts.people.filter(({ trouble }) => trouble !== null);
  return [
    ...judgeMails(facts, seen),
    ...judgePeople(facts, seen),
    ...judgeReviews(facts, seen),
    exactly('requests still waiting at the end', 0, inState(facts.requests, 'PENDING').length),
    exactly('people who could not do what they set out to do', 0, troubled.length),
    ...wishesOfAuthor(facts),
    ...(facts.sms === null ? [] : judgeSms(facts.sms)),
  ];
}

/** What the setting's author wants to know: whether the rates stay below their own. */
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
