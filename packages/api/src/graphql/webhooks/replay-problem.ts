import { problemTable } from '../shared/problem-table.ts';

/** Why nothing is delivered once more. */
export const replayProblem = problemTable(
  {
    'nothing-since': 'Nothing that happened since then was delivered to this endpoint.',
    'still-waiting': 'It has not been delivered yet, and will be tried again by itself.',
    'body-erased': 'A person it is about was erased, and its body with them.',
  },
  {
    'nothing-since': ['conflict', 'since'],
    'still-waiting': ['conflict', 'id'],
    'body-erased': ['conflict', 'id'],
  },
);
