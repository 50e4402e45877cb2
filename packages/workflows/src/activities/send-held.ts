import { expireHeldLeases } from '@adieu/db';
import { Context } from '@temporalio/activity';
import { handOverHeld } from '../sender/hand-over-held.ts';
import type { ActivityDeps } from './activity-deps.ts';

/** Less than the minute after which the schedule comes again. */
const RUN_MS = 50_000;
const HEARTBEAT_MS = 3_000;

/**
 * Hands over what was held for its recipients' frequency and may go now (N12): the rows say when, so that a worker that was
 * away is late and forgets nothing. Gives how many mails the server took over.
 */
export function createSendHeld(deps: ActivityDeps) {
  return async (): Promise<number> => {
    const { db, log, clock } = deps;
    const context = Context.current();
    const heart = setInterval(() => context.heartbeat(), HEARTBEAT_MS);
    const until = clock().getTime() + RUN_MS;
    try {
      const unknown = await expireHeldLeases(db.sql, clock());
      const sent = await handOverHeld(
        deps,
        () => !context.cancellationSignal.aborted && clock().getTime() < until,
      );
      if (sent + unknown > 0) log.info({ sent, unknown }, 'handed over what was held');
      return sent;
    } finally {
      clearInterval(heart);
    }
  };
}
