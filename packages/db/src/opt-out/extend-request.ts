import type { Actor, ExtensionRefusal } from '@adieu/domain';
import type { Transaction } from '../sql.ts';
import { extendRequests } from './extend-requests.ts';

/** Moves the deadline of one open request, as `extendRequests` does of many. Runs in the caller's transaction. */
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
  const { requestId, ...rest } = command;
  const [item] = await extendRequests(tx, { ...rest, requestIds: [requestId] });
  return item!.refused === null ? { extended: true } : { refused: item!.refused };
}
