import type { Decision, PlanState } from '@adieu/domain';
import type { Database } from '../database.ts';
import { inReach, REVIEWS } from '../members/reach.sql.ts';
import { decideRequests } from '../opt-out/decide-requests.ts';
import type { Sql } from '../sql.ts';

/**
 * Carries a planned decision out, in the name of whoever made it. The first to lock the plan wins: one that was undone
 * stays undone, and a repeat changes nothing. Requests that were closed meanwhile (by their recipient, the timer or
 * somebody else) say so; the others are decided. Where the member may not decide (all of) it any more nothing is decided. Gives how it stands.
 */
export async function carryOutDecision(
  db: Database,
  plannedId: string,
  now: Date,
): Promise<PlanState | null> {
  return db.transaction(async (sql) => {
    const [plan] = await sql.rows<{
      organisationId: string;
      decision: Decision;
      reason: string | null;
      state: PlanState;
      name: string;
      may: boolean;
    }>(
      `SELECT d.organisation_id AS "organisationId", d.decision, d.reason, d.state, p.name,
         NOT EXISTS (SELECT FROM planned_decision_item i JOIN opt_out_request q ON q.id = i.request_id
           WHERE i.planned_decision_id = d.id AND NOT ${inReach('r.accounts', 'q.account_id')}) AS may
       FROM planned_decision d JOIN member p ON p.id = d.member_id CROSS JOIN LATERAL (SELECT ${REVIEWS('p.id')} AS accounts) r
       WHERE d.id = $1 FOR UPDATE OF d`,
      [plannedId],
    );
    if (plan === undefined) return null;
    if (plan.state !== 'PLANNED') return plan.state;
    if (!plan.may) {
      await end(sql, plannedId, 'UNDONE', now);
      return 'UNDONE';
    }
    const { organisationId, decision, reason, name } = plan;
    const open = await sql.rows<{ id: string }>(
      `SELECT request_id AS id FROM planned_decision_item
       WHERE planned_decision_id = $1 AND carried_out_at IS NULL AND refused IS NULL`,
      [plannedId],
    );
    const items = await decideRequests(sql, {
      organisationId,
      decision,
      reason,
      now,
      requestIds: open.map(({ id }) => id),
      actor: {
        kind: 'MEMBER',
        name,
      },
    });
    await sql.rows(
      `UPDATE planned_decision_item i SET refused = r.refused, carried_out_at = CASE WHEN r.refused IS NULL THEN $4::timestamptz END
       FROM unnest($2::uuid[], $3::text[]) AS r(id, refused) WHERE i.planned_decision_id = $1 AND i.request_id = r.id`,
      [plannedId, items.map((i) => i.requestId), items.map((i) => i.refused), now],
    );
    await end(sql, plannedId, 'CARRIED_OUT', now);
    return 'CARRIED_OUT';
  });
}

async function end(sql: Sql, id: string, state: PlanState, now: Date): Promise<void> {
  await sql.rows('UPDATE planned_decision SET state = $2, ended_at = $3 WHERE id = $1', [
    id,
    state,
    now,
  ]);
}

/** Undoes a person's own decision that was not carried out yet; undone twice is undone. Compare-and-set. */
export async function undoDecision(
  sql: Sql,
  undo: { readonly memberId: string; readonly plannedId: string; readonly now: Date },
): Promise<{ undone: true } | { refused: 'not-found' | 'already-carried-out' }> {
  const [undone] = await sql.rows(
    `UPDATE planned_decision SET state = 'UNDONE', ended_at = $3
     WHERE id = $1 AND member_id = $2 AND state = 'PLANNED' RETURNING 1`,
    [undo.plannedId, undo.memberId, undo.now],
  );
  if (undone !== undefined) return { undone: true };
  const [plan] = await sql.rows<{ state: PlanState }>(
    'SELECT state FROM planned_decision WHERE id = $1 AND member_id = $2',
    [undo.plannedId, undo.memberId],
  );
  if (plan === undefined) return { refused: 'not-found' };
  return plan.state === 'UNDONE' ? { undone: true } : { refused: 'already-carried-out' };
}

/** Decisions that should have been carried out before `dueBefore` and were not: the oldest first, after `afterId`. */
export async function overdueDecisions(
  sql: Sql,
  query: { dueBefore: Date; limit: number; afterId: string | null },
): Promise<{ id: string; dueAt: Date }[]> {
  return sql.rows(
    `SELECT id, due_at AS "dueAt" FROM planned_decision
     WHERE state = 'PLANNED' AND due_at < $1 AND id > coalesce($3::uuid, '00000000-0000-0000-0000-000000000000')
     ORDER BY id LIMIT $2`,
    [query.dueBefore, query.limit, query.afterId],
  );
}
