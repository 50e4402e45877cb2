import { outcomeOf } from '@adieu/gateways';
import type { Became } from './carriage.ts';

/** The longest that a message may count as under way (design: 30 s). */
export const LEASE_MS = 30_000;

/** Composes one message and hands it over while its lease lasts; gives what became of it, and never rejects. */
export async function attempt<Made>(
  clock: () => Date,
  {
    compose,
    send,
  }: {
    compose: (now: Date) => Made | Promise<Made>;
    /** Never rejects. */
    send: (made: Made) => Promise<Became>;
  },
  { leaseUntil, waiting }: { readonly leaseUntil: Date; readonly waiting: 'QUEUED' | 'HELD' },
): Promise<Became> {
  let made: Made;
  try {
    made = await compose(clock());
  } catch (error) {
    return notRendered(error);
  }
  // The gate's answer holds for the lease and no longer.
  return clock() >= leaseUntil
    ? { state: waiting, outcome: 'the lease ran out before the hand-over', dueAt: clock() }
    : send(made);
}

/** What can not be rendered will not be rendered the next time. */
export function notRendered(error: unknown): Became {
  return { state: 'FAILED', outcome: `not rendered: ${outcomeOf(error)}`, dueAt: null };
}
