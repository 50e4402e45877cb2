import {
  type Actor,
  decide,
  type Decision,
  type DecisionRefusal,
  type OpenRequest,
} from '@adieu/domain';
import type { Transaction } from '../sql.ts';
import { closeRequests, type RequestClosing } from './close-requests.ts';

export interface DecisionItem {
  readonly requestId: string;
  readonly refused: DecisionRefusal | 'not-found' | null;
}

/**
 * Decides up to a thousand requests of one organisation, each for itself: the ones that may be decided are, the others
 * say why not. Ids of other organisations are not found. One transaction; its commit is the answer.
 */
export async function decideRequests(
  tx: Transaction,
  command: {
    readonly organisationId: string;
    readonly requestIds: readonly string[];
    readonly decision: Decision;
    readonly reason: string | null;
    readonly actor: Actor;
    readonly now: Date;
  },
): Promise<DecisionItem[]> {
  const { organisationId, requestIds, decision, reason, actor, now } = command;
  // In order of id, so that two bulk decisions that overlap wait for each other instead of deadlocking.
  const rows = await tx.rows<OpenRequest & { id: string }>(
    `SELECT id, state, signal, purpose FROM opt_out_request
     WHERE organisation_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE`,
    [organisationId, requestIds],
  );
  const requests = new Map(rows.map((row) => [row.id, row]));
  const closings: RequestClosing[] = [];
  const items = [...new Set(requestIds)].map((requestId): DecisionItem => {
    const request = requests.get(requestId);
    if (request === undefined) return { requestId, refused: 'not-found' };
    const outcome = decide(request, decision, reason);
    if ('refused' in outcome) return { requestId, refused: outcome.refused };
    const event = outcome.state === 'CONFIRMED' ? 'CONFIRMED' : 'DECLINED';
    closings.push({ ...outcome, requestId, event, reason });
    return { requestId, refused: null };
  });
  await closeRequests(tx, closings, actor, now);
  return items;
}
