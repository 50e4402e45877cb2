import type { GateAnswer } from '../gate/judge-message.ts';

/**
 * What the link of a confirmation mail is by now. `LEFT_AGAIN`: confirmed, and left (or paused) again since. `SUPERSEDED`: not
 * confirmed before a later wish to stop. `ENDED`: its time was over first. `ARCHIVED`: what it is about is not sent any more.
 */
export const DOUBLE_OPT_IN_STATES = [
  'OPEN',
  'CONFIRMED',
  'LEFT_AGAIN',
  'SUPERSEDED',
  'ENDED',
  'ARCHIVED',
] as const;
export type DoubleOptInState = (typeof DOUBLE_OPT_IN_STATES)[number];

/** The state of a link at `now`; `gate` is what the gate says of messages of its scope to its address. */
export function doubleOptInState(
  link: {
    readonly confirmedAt: Date | null;
    readonly supersededAt: Date | null;
    readonly expiresAt: Date;
  },
  gate: GateAnswer,
  now: Date,
): DoubleOptInState {
  if (link.confirmedAt === null && link.supersededAt !== null) return 'SUPERSEDED';
  if (gate.because === 'ARCHIVED') return 'ARCHIVED';
  if (link.confirmedAt !== null) return 'decisive' in gate ? 'LEFT_AGAIN' : 'CONFIRMED';
  return link.expiresAt <= now ? 'ENDED' : 'OPEN';
}
