import { NotFound } from '../shared/problems.ts';

/** What asks for a session was asked without one that is in force. */
export function noSession(): NotFound {
  return new NotFound('session');
}
