import { type Actor, type ExtensionRefusal, refuseExtension } from '@adieu/domain';
import type { Transaction } from '../sql.ts';
import { lockExtensible, moveDeadlines } from './move-deadlines.ts';

/** Moves the deadline of an open request; its workflow hears of it by the outbox. Runs in the caller's transaction. */
export async function extendRequest(
  tx: Transaction,
  command: {
    organisationId: string;
    requestId: string;
    deadline: Date;
    reason: string | null;
    actor: Actor;
    now: Date;
  },
): Promise<{ extended: true } | { refused: ExtensionRefusal | 'not-found' }> {
  const { organisationId, requestId, deadline, now } = command;
  const [request] = await lockExtensible(tx, organisationId, [requestId]);
  if (request === undefined) return { refused: 'not-found' };
  const refused = refuseExtension(request, deadline, now);
  if (refused !== null) return { refused };
  await moveDeadlines(tx, [{ requestId, from: request.deadline, to: deadline }], command);
  return { extended: true };
}
