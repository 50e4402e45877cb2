import type { Facts, PersonFacts, RequestFacts } from './facts.ts';
import type { Kind } from './population.ts';

/** A promise or a wish of the setting's author, held against what happened. */
export interface Expectation {
  readonly about: string;
  readonly expected: string;
  readonly outcome: string;
  readonly kept: boolean;
}

/** What is looked up again and again. */
export interface Seen {
  readonly requestsOf: ReadonlyMap<string, readonly RequestFacts[]>;
  readonly reached: ReadonlySet<string>;
}

/** States of a request that stop mails. */
export const IN_FORCE = new Set(['PENDING', 'CONFIRMED']);

/** Looks it up, once for a run. */
export function lookUp({ requests, arrived }: Facts): Seen {
  return {
    requestsOf: Map.groupBy(requests, ({ address }) => address),
    reached: new Set(arrived.map(({ address }) => address)),
  };
}

/** One that is kept by the expected number alone. */
export function exactly(about: string, expected: number, outcome: number): Expectation {
  return { about, expected: text(expected), outcome: text(outcome), kept: expected === outcome };
}

/** A number as people read it. */
export const text = (value: number): string => value.toLocaleString('en');

/** The requests in one of these states. */
export const inState = (requests: readonly RequestFacts[], ...states: string[]): RequestFacts[] =>
  requests.filter(({ state }) => states.includes(state));

/** Those of a kind whom a mail reached: nobody else had anything to act on. */
export function reached(facts: Facts, seen: Seen, kind: Kind): PersonFacts[] {
  return facts.people.filter((each) => each.kind === kind && seen.reached.has(each.address));
}
