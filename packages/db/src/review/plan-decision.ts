import {
  decide,
  type Decision,
  type DecisionRefusal,
  hasTimeToUndo,
  type OpenRequest,
  UNDO_SECONDS,
} from '@adieu/domain';
import { inReach } from '../members/reach.sql.ts';
import { decideRequests } from '../opt-out/decide-requests.ts';
import { postAll } from '../outbox/post.ts';
import type { Transaction } from '../sql.ts';
import type { Reviewed } from './review-link.ts';

export interface DecisionToPlan extends Reviewed {
  readonly memberId: string;
  /** Under which the ledger will name them. */
  readonly memberName: string;
  readonly requestIds: readonly string[];
  readonly decision: Decision;
  /** Checked by the caller (domain: refuseReason). */
  readonly reason: string | null;
  readonly now: Date;
}

interface Item {
  readonly id: string;
  readonly refused: DecisionRefusal | null;
  readonly isUrgent: boolean;
}

/**
 * Notes what somebody decided about up to a thousand requests, to be carried out in a few seconds unless they undo it.
 * Requests that are closed already keep why they can not be decided; those whose deadline is nearly there are decided at
 * once. In the caller's transaction. Ids of others are left out; null where that leaves nothing.
 */
export async function planDecision(
  tx: Transaction,
  plan: DecisionToPlan,
): Promise<{ readonly plannedId: string } | null> {
  const { organisationId, memberId, memberName, decision, reason, now } = plan;
  const rows = await tx.rows<OpenRequest & { id: string; deadline: Date | null }>(
    `SELECT id, state, signal, purpose, deadline FROM opt_out_request
     WHERE organisation_id = $1 AND id = ANY ($2::uuid[]) AND ${inReach('$3::uuid[]', 'account_id')} ORDER BY id`,
    [organisationId, plan.requestIds, plan.accountIds],
  );
  if (rows.length === 0) return null;
  const items = rows.map((row): Item => {
    const outcome = decide(row, decision, reason);
    const refused = 'refused' in outcome ? outcome.refused : null;
    return { id: row.id, refused, isUrgent: !hasTimeToUndo(row.deadline ?? now, now) };
  });
  const urgent = items.filter((item) => item.refused === null && item.isUrgent);
  const waits = items.some((item) => item.refused === null && !item.isUrgent);
  const dueAt = waits ? new Date(now.getTime() + UNDO_SECONDS * 1_000) : now;
  const decided =
    urgent.length === 0
      ? []
      : await decideRequests(tx, {
          organisationId,
          decision,
          reason,
          now,
          requestIds: urgent.map(({ id }) => id),
          actor: {
            kind: 'MEMBER',
            name: memberName,
          },
        });
  const outcomes = new Map(decided.map(({ requestId, refused }) => [requestId, refused]));
  const [planned] = await tx.rows<{ id: string }>(PLAN, [
    organisationId,
    memberId,
    decision,
    reason,
    now,
    dueAt,
    waits ? 'PLANNED' : 'CARRIED_OUT',
    items.map(({ id }) => id),
    items.map(({ id, refused }) => refused ?? outcomes.get(id) ?? null),
    items.map(({ id }) => (outcomes.get(id) === null ? now : null)),
  ]);
  const { id } = planned!;
  if (waits) await postAll(tx, [{ kind: 'decision.planned', id, dueAt: dueAt.toISOString() }]);
  return { plannedId: id };
}

const PLAN = `
  WITH plan AS (
    INSERT INTO planned_decision (organisation_id, member_id, decision, reason, planned_at, due_at, state, ended_at)
    VALUES ($1, $2, $3, $4, $5::timestamptz, $6, $7::text, CASE $7::text WHEN 'PLANNED' THEN NULL ELSE $5::timestamptz END) RETURNING id
  ), items AS (
    INSERT INTO planned_decision_item (planned_decision_id, request_id, refused, carried_out_at)
    SELECT plan.id, i.* FROM plan CROSS JOIN unnest($8::uuid[], $9::text[], $10::timestamptz[]) AS i
  ) SELECT id FROM plan`;
