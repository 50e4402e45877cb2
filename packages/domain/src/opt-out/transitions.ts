import type { RequestState } from '../enums/requests.ts';

/**
 * From each state, the states a request may go to (design: PENDING is decided once; only a double opt-in lifts
 * a confirmed opt-out). An oracle: only tests read it, to hold the database's trigger against it.
 */
export const TRANSITIONS = {
  PENDING: ['CONFIRMED', 'DECLINED', 'REVERTED', 'WITHDRAWN'],
  CONFIRMED: ['LIFTED'],
  DECLINED: [],
  REVERTED: [],
  WITHDRAWN: [],
  LIFTED: [],
} as const satisfies Record<RequestState, readonly RequestState[]>;
