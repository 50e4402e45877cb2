import type { DecisionItem } from '@adieu/db';
import { DECISION_REFUSALS } from '@adieu/domain';
import { problemTable } from '../shared/problem-table.ts';
import { NotFound, type Problem } from '../shared/problems.ts';

/** What the domain refuses of a decision, whatever it is about. */
export const problemOfDecision = problemTable(DECISION_REFUSALS, {
  'already-closed': ['conflict', 'ids'],
  'clear-marketing-cannot-be-declined': ['policy', 'decision'],
  'reason-required': ['invalid', 'reason'],
  'reason-too-long': ['invalid', 'reason'],
});

/** Why a request was not decided. */
export function decisionProblem(refused: NonNullable<DecisionItem['refused']>): Problem {
  return refused === 'not-found' ? new NotFound('request', 'ids') : problemOfDecision(refused);
}
