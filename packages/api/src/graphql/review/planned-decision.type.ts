import { type PlannedDecision, requestsOfPlan } from '@adieu/db';
import type { Decision, DecisionRefusal, Language, PlanState } from '@adieu/domain';
import { Ctx, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { DecisionEnum, PlanStateEnum } from '../shared/enums.ts';
import { toId } from '../shared/ids.ts';
import { decisionProblem } from '../opt-out-requests/decision-problem.ts';
import { Problem } from '../shared/problems.ts';
import { ReviewRequestType } from './review-request.type.ts';

/** More refusals than this say nothing more to a reader. */
const MOST_SHOWN = 100;

@ObjectType({ description: 'One of a planned decision’s requests that was not decided.' })
export class RefusedRequest {
  @Field(() => ReviewRequestType)
  readonly request: ReviewRequestType;

  @Field(() => Problem)
  readonly problem: Problem;

  constructor(request: ReviewRequestType, problem: Problem) {
    this.request = request;
    this.problem = problem;
  }
}

@ObjectType('PlannedDecision', {
  description: 'A decision of the review: carried out a few seconds later, unless it is undone.',
})
export class PlannedDecisionType implements Pick<
  PlannedDecision,
  'decision' | 'reason' | 'state' | 'dueAt' | 'endedAt' | 'total'
> {
  private readonly rowId: string;

  @Field(() => DecisionEnum)
  readonly decision: Decision;

  @Field(() => String, { nullable: true })
  readonly reason: string | null;

  @Field(() => PlanStateEnum)
  readonly state: PlanState;

  @Field(() => Date, { description: 'Until then it can be undone.' })
  readonly dueAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was carried out or undone.' })
  readonly endedAt: Date | null;

  @Field(() => Int, { description: 'Requests that it is about.' })
  readonly total: number;

  @Field(() => Int, {
    description: 'Requests that are decided by it; at once where a deadline was near.',
  })
  readonly carriedOut: number;

  @Field(() => Int, { description: 'Requests that were not, mostly because they were closed.' })
  readonly refused: number;

  private readonly language: Language;

  /** `language`: the reader's. */
  constructor(row: PlannedDecision, language: Language) {
    this.rowId = row.id;
    this.language = language;
    this.decision = row.decision;
    this.reason = row.reason;
    this.state = row.state;
    this.dueAt = row.dueAt;
    this.endedAt = row.endedAt;
    this.total = row.total;
    this.carriedOut = row.carriedOut;
    this.refused = row.refused;
  }

  @Field(() => ID)
  id(): string {
    return toId('plan', this.rowId);
  }

  @Field(() => [RefusedRequest], { description: `The first ${MOST_SHOWN} that were not decided.` })
  async refusals(@Ctx() { db }: Context): Promise<RefusedRequest[]> {
    if (this.refused === 0) return [];
    const query = { plannedId: this.rowId, refused: true, limit: MOST_SHOWN };
    const rows = await requestsOfPlan(db.sql, query);
    return ReviewRequestType.list(rows, this.language).map(
      // What the plan keeps are the refusals of decideRequests, by their names.
      (request, i) =>
        new RefusedRequest(request, decisionProblem(rows[i]!.refused as DecisionRefusal)),
    );
  }
}
