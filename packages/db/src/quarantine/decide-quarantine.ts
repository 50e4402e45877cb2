import type { Actor, Decision, DecisionRefusal } from '@adieu/domain';
import { decideRequests } from '../opt-out/decide-requests.ts';
import type { Transaction } from '../sql.ts';

/** Locks are taken and rows written for so many at a time. */
const BATCH = 1_000;

/**
 * Decides all that waits in a quarantine, in the caller's transaction: confirmed, or sent back to where it was (N4). What
 * was decided before stays. `not-found` where the organisation has no such quarantine.
 */
export async function decideQuarantine(
  tx: Transaction,
  command: {
    readonly organisationId: string;
    readonly quarantineId: string;
    readonly decision: Decision;
    readonly reason: string | null;
    readonly actor: Actor;
    readonly now: Date;
  },
): Promise<{ decided: number } | { refused: DecisionRefusal | 'not-found' }> {
  const { organisationId, quarantineId, ...decision } = command;
  const [found] = await tx.rows<{ pending: string[] }>(
    `SELECT ARRAY(SELECT q.id FROM opt_out_request q WHERE q.quarantine_id = z.id AND q.state = 'PENDING' ORDER BY q.id)::text[] AS pending
     FROM quarantine z WHERE z.id = $1 AND z.organisation_id = $2`,
    [quarantineId, organisationId],
  );
  if (found === undefined) return { refused: 'not-found' };
  let decided = 0;
  for (let from = 0; from < found.pending.length; from += BATCH) {
    const requestIds = found.pending.slice(from, from + BATCH);
    const items = await decideRequests(tx, { organisationId, requestIds, ...decision });
    // One that was closed since is no reason to stop. Any other refusal is about the decision, and each would get it.
    const refused = items.find(
      (item) => item.refused !== null && item.refused !== 'already-closed',
    );
    if (refused?.refused) return { refused: refused.refused };
    decided += items.filter((item) => item.refused === null).length;
  }
  return { decided };
}
