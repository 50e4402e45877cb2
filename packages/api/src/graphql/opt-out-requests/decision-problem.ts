import type { DecisionItem } from '@adieu/db';
import { DECISION_REFUSALS, type DecisionRefusal } from '@adieu/domain';
import {
  codeOf,
  Conflict,
  InvalidInput,
  NotFound,
  PolicyRefused,
  type Problem,
} from '../shared/problems.ts';

const PROBLEM_OF: Readonly<
  Record<DecisionRefusal, (message: string) => InvalidInput | PolicyRefused | Conflict>
> = {
  'already-closed': (message) => new Conflict('ALREADY_CLOSED', message, 'ids'),
  'clear-marketing-cannot-be-declined': (message) =>
    new PolicyRefused('CLEAR_MARKETING_CANNOT_BE_DECLINED', message, 'decision'),
  'reason-required': (message) => new InvalidInput('reason', message, codeOf('reason-required')),
  'reason-too-long': (message) => new InvalidInput('reason', message, codeOf('reason-too-long')),
};

/** Why a request was not decided. */
export function decisionProblem(refused: NonNullable<DecisionItem['refused']>): Problem {
  if (refused === 'not-found') return new NotFound('request', 'ids');
  return problemOfDecision(refused);
}

/** What the domain refuses of a decision, whatever it is about. */
export function problemOfDecision(
  refused: DecisionRefusal,
): InvalidInput | PolicyRefused | Conflict {
  return PROBLEM_OF[refused](DECISION_REFUSALS[refused]);
}
