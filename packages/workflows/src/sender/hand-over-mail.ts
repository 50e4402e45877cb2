import type { RawMail } from '@adieu/gateways';
import {
  bounceOfError,
  outcomeOf,
  readSmtpError,
  retryDelay,
  type SmtpError,
} from '@adieu/gateways';
import { attempt } from './attempt.ts';
import type { Became } from './carriage.ts';
import type { HandOverDeps } from './hand-over-deps.ts';

/** Composes one mail and hands it over; gives what became of it, and never rejects. */
export function handOverMail(
  { mail: transport, clock }: Pick<HandOverDeps, 'mail' | 'clock'>,
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
  const send = async (mail: RawMail): Promise<Became> => {
    try {
      const outcome = await transport.send(mail, leaseUntil);
      return { state: 'SENT', outcome: outcome.slice(0, 300), dueAt: null };
    } catch (error) {
      const outcome = outcomeOf(error);
      const reading = readSmtpError(error as SmtpError);
      const delay = reading.verdict === 'again' ? retryDelay(reading.retry, attempts) : null;
      if (delay !== null)
        return { state: waiting, outcome, dueAt: new Date(clock().getTime() + delay) };
      if (reading.verdict === 'unknown') return { state: 'UNKNOWN', outcome, dueAt: null };
      const isOfServer = reading.verdict === 'again' && reading.retry === 'RELAY';
      const bounce = isOfServer ? null : bounceOfError(error as SmtpError);
      return { state: 'FAILED', outcome, dueAt: null, ...(bounce !== null && { bounce }) };
    }
  };
  return attempt(clock, { compose, send }, claimed);
}
