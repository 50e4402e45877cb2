import type { LeaveRefusal } from '@adieu/db';
import { InvalidInput, NotFound, OptOutExempt, type Problem } from '../shared/problems.ts';

/** Why what was chosen on the page of a link was not done; nothing of it was. */
export const LEAVE_PROBLEMS = {
  'not-found': () => new NotFound('link', 'token'),
  'unknown-topic': () =>
    new InvalidInput('topicIdsOff', 'One of these is not a topic of this account.'),
  'nothing-chosen': () => new InvalidInput('choice', 'Choose what to leave, or name topics.'),
  exempt: () => new OptOutExempt('choice'),
  'no-opt-out': () =>
    new InvalidInput('choice', 'There is nothing to leave: these messages have no opt-out.'),
} as const satisfies Readonly<Record<LeaveRefusal, () => Problem>>;
