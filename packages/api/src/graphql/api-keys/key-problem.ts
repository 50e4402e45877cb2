import { KEY_PROBLEMS } from '@adieu/domain';
import { problemTable } from '../shared/problem-table.ts';

/** What whoever makes, ends or replaces a key is told instead. */
export const keyProblem = problemTable(KEY_PROBLEMS, {
  'role-or-uses': ['invalid', 'role'],
  'not-yours-to-give': ['invalid', 'role'],
  'outlives-its-maker': ['invalid', 'expiresAt'],
  'until-out-of-range': ['invalid', 'expiresAt'],
  'overlap-too-long': ['invalid', 'overlap'],
  'key-ended': ['conflict', 'id'],
  'already-replaced': ['conflict', 'id'],
});
