/** How long a decision made on the review page can be undone before it is carried out, in seconds. */
export const UNDO_SECONDS = 15;

/** From carrying a decision out to its commit, in seconds: less than this before its deadline there is nothing to wait for. */
const MARGIN_SECONDS = 5;

/**
 * Whether there is time to undo the decision about a request before its deadline takes it out of everybody's hands.
 * Where there is none, the decision is carried out at once.
 */
export function hasTimeToUndo(deadline: Date, now: Date): boolean {
  return deadline.getTime() - now.getTime() > (UNDO_SECONDS + MARGIN_SECONDS) * 1_000;
}

/** A planned decision is undone or carried out, once. The table's trigger says the same. */
export const PLAN_STATES = ['PLANNED', 'UNDONE', 'CARRIED_OUT'] as const;
export type PlanState = (typeof PLAN_STATES)[number];
