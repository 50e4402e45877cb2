import { exactly, type Expectation, inState, type Seen } from './expectation.ts';
import type { Facts } from './facts.ts';

/** A confirmed one may have been lifted since, by the recipient's own double opt-in. */
const MAY_END_AS = {
  CONFIRM: new Set(['CONFIRMED', 'LIFTED']),
  DECLINE: new Set(['DECLINED']),
} as const;

/** What was promised about requests that waited for an admin or a deadline. */
export function judgeReviews(facts: Facts, { requestsOf }: Seen): Expectation[] {
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
