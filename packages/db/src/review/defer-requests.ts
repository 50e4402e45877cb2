import { deferredDeadline } from '@adieu/domain';
import { lockExtensible, moveDeadlines } from '../opt-out/move-deadlines.ts';
import type { Transaction } from '../sql.ts';
import type { Reviewed } from './review-link.ts';

export interface Deferral extends Reviewed {
  /** Under which the ledger will name who defers. */
  readonly memberName: string;
  readonly requestIds: readonly string[];
  readonly now: Date;
}

/**
 * Gives up to a thousand open requests a week more, or as much as the domain allows; the addresses stay paused. Those that may
 * not move stay as they are. In the caller's transaction. Ids of others are left out; null where that leaves nothing.
 */
export async function deferRequests(
  tx: Transaction,
  { organisationId, accountIds, memberName, requestIds, now }: Deferral,
): Promise<{ readonly deferred: number; readonly refused: number } | null> {
  const requests = await lockExtensible(tx, { organisationId, accountIds }, requestIds);
  if (requests.length === 0) return null;
  const moves = requests.flatMap((request) => {
    const to = deferredDeadline(request, now);
    return to === null ? [] : [{ requestId: request.id, from: request.deadline, to }];
  });
  await moveDeadlines(tx, moves, {
    actor: { kind: 'MEMBER', name: memberName },
    reason: null,
    now,
  });
  return { deferred: moves.length, refused: requests.length - moves.length };
}
