import { REQUEST_STATES, type RequestState } from '../enums/requests.ts';

/**
 * From each state, the states a request may go to (design: PENDING is decided once; only a double opt-in lifts
 * a confirmed opt-out). The same table stands in the database as a trigger's check; a test compares both.
 */
export const TRANSITIONS = {
  PENDING: ['CONFIRMED', 'DECLINED', 'REVERTED', 'WITHDRAWN'],
  CONFIRMED: ['LIFTED'],
  DECLINED: [],
  REVERTED: [],
  WITHDRAWN: [],
  LIFTED: [],
} as const satisfies Record<RequestState, readonly RequestState[]>;

/** True where a request in state `from` may become `to`. */
export function canTransition(from: RequestState, to: RequestState): boolean {
  return (TRANSITIONS[from] as readonly RequestState[]).includes(to);
}

/** States that no transition leaves. */
export const FINAL_STATES: readonly RequestState[] = REQUEST_STATES.filter(
  (state) => TRANSITIONS[state].length === 0,
);
