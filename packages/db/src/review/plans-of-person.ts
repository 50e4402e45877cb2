import type { Decision, PlanState } from '@adieu/domain';
import type { Sql } from '../sql.ts';

/** A decision of the review, with how many of its requests stand how. */
export interface PlannedDecision {
  readonly id: string;
  readonly decision: Decision;
  readonly reason: string | null;
  readonly state: PlanState;
  readonly dueAt: Date;
  readonly endedAt: Date | null;
  readonly total: number;
  readonly carriedOut: number;
  readonly refused: number;
}

/** A person's decisions that can still be undone, and the one with `alsoId`. The latest first. */
export async function plansOfPerson(
  sql: Sql,
  memberId: string,
  alsoId: string | null,
): Promise<PlannedDecision[]> {
  return sql.rows(
    `SELECT d.id, d.decision, d.reason, d.state, d.due_at AS "dueAt", d.ended_at AS "endedAt", count(*)::int AS total,
       count(i.carried_out_at)::int AS "carriedOut", count(i.refused)::int AS refused
     FROM planned_decision d JOIN planned_decision_item i ON i.planned_decision_id = d.id
     WHERE d.member_id = $1 AND (d.state = 'PLANNED' OR d.id = $2) GROUP BY d.id ORDER BY d.id DESC`,
    [memberId, alsoId],
  );
}
