import type { HandOverResult } from '@adieu/db';
import type { RawMail } from '@adieu/gateways';
import { outcomeOf, readSmtpError, retryDelay, type SmtpError } from '@adieu/gateways';
import type { HandOverDeps } from './hand-over-deps.ts';

/** The longest that a message may count as under way (design: 30 s). */
export const LEASE_MS = 30_000;

/** What became of a mail: the same for every message in it. */
export type Became = Omit<HandOverResult, 'messageId'>;

/** Composes one mail and hands it over; gives what became of it, and never rejects. */
export async function handOverMail(
  { mail: transport, clock }: HandOverDeps,
  compose: (now: Date) => RawMail | Promise<RawMail>,
  claimed: {
    readonly leaseUntil: Date;
    /** Counts this hand-over. */
    readonly attempts: number;
    /** Where it waits to be tried again. */
    readonly waiting: 'QUEUED' | 'HELD';
  },
): Promise<Became> {
  const { leaseUntil, attempts, waiting } = claimed;
  const again = (outcome: string, dueAt: Date): Became => ({ state: waiting, outcome, dueAt });
  let mail: RawMail;
  try {
    mail = await compose(clock());
  } catch (error) {
    return notRendered(error);
  }
  // The gate's answer holds for the lease and no longer.
  if (clock() >= leaseUntil) return again('the lease ran out before the hand-over', clock());
  try {
    const outcome = await transport.send(mail, leaseUntil);
    return { state: 'SENT', outcome: outcome.slice(0, 300), dueAt: null };
  } catch (error) {
    const reading = readSmtpError(error as SmtpError);
    const delay = reading.verdict === 'again' ? retryDelay(reading.retry, attempts) : null;
    if (delay !== null) return again(outcomeOf(error), new Date(clock().getTime() + delay));
    const state = reading.verdict === 'unknown' ? 'UNKNOWN' : 'FAILED';
    return { state, outcome: outcomeOf(error), dueAt: null };
  }
}

/** What can not be rendered will not be rendered the next time. */
export function notRendered(error: unknown): Became {
  return { state: 'FAILED', outcome: `not rendered: ${outcomeOf(error)}`, dueAt: null };
}
