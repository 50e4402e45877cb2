import { type Actor, type ExtensionRefusal, refuseExtension } from '@adieu/domain';
import type { Transaction } from '../sql.ts';
import { type DeadlineMove, lockExtensible, moveDeadlines } from './move-deadlines.ts';

export interface ExtensionItem {
  readonly requestId: string;
  readonly refused: ExtensionRefusal | 'not-found' | null;
}

/**
 * Moves the deadlines of up to a thousand open requests of one organisation, each for itself: those that may move do, the
 * others say why not. Ids of other organisations are not found. One transaction, the caller's; the workflows hear of it by
 * the outbox.
 */
export async function extendRequests(
  tx: Transaction,
  command: {
    readonly organisationId: string;
    readonly requestIds: readonly string[];
    readonly deadline: Date;
    readonly reason: string | null;
    readonly actor: Actor;
    readonly now: Date;
  },
): Promise<ExtensionItem[]> {
  const { organisationId, requestIds, deadline, now } = command;
  const locked = await lockExtensible(tx, { organisationId, accountIds: null }, requestIds);
  const requests = new Map(locked.map((request) => [request.id, request]));
  const moves: DeadlineMove[] = [];
  const items = [...new Set(requestIds)].map((requestId): ExtensionItem => {
    const request = requests.get(requestId);
    if (request === undefined) return { requestId, refused: 'not-found' };
    const refused = refuseExtension(request, deadline, now);
    if (refused === null) moves.push({ requestId, from: request.deadline, to: deadline });
    return { requestId, refused };
  });
  await moveDeadlines(tx, moves, command);
  return items;
}
