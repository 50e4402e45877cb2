import { planDecision } from '@adieu/db';
import { type Decision, DECISION_REFUSALS, refuseReason } from '@adieu/domain';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { DecisionEnum } from '../shared/enums.ts';
import { readId } from '../shared/read-id.ts';
import { idempotentLinkMutation } from '../shared/idempotency.ts';
import { codeOf, InvalidInput, LimitReached, NotFound, Problem } from '../shared/problems.ts';
import { openReviewLink } from './review-link.ts';
import { PlannedDecisionType } from './planned-decision.type.ts';
import { plannedOf } from './find-planned.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { linkResult } from '../shared/result.ts';

const MOST_IDS = 1_000;

@InputType()
export class DecideByReviewInput extends IdempotentInput {
  @Field(() => String, { description: 'Of the review’s link.' })
  readonly token!: string;

  @Field(() => [ID], {
    description: `At most ${MOST_IDS}; those that are nobody’s or somebody else’s are left out.`,
  })
  readonly ids!: string[];

  @Field(() => DecisionEnum)
  readonly decision!: Decision;

  @Field(() => String, {
    nullable: true,
    description: 'Needed to decline: the recipient will read it.',
  })
  readonly reason?: string | null;
}

@ObjectType({ description: 'Noted, to be carried out in a few seconds.' })
export class DecisionPlanned {
  @Field(() => PlannedDecisionType)
  readonly planned: PlannedDecisionType;

  constructor(planned: PlannedDecisionType) {
    this.planned = planned;
  }
}

const DecideByReviewResult = linkResult(
  'DecideByReviewResult',
  () => [DecisionPlanned, NotFound, LimitReached] as const,
);

@Resolver()
export class DecideByReview {
  @Mutation(() => DecideByReviewResult, {
    description: 'Confirms or declines by a mailed link, in the name of its person.',
  })
  async decideByReview(
    @Ctx() ctx: Context,
    @Arg('input', () => DecideByReviewInput) input: DecideByReviewInput,
  ): Promise<typeof DecideByReviewResult> {
    const link = await openReviewLink(ctx, input.token);
    if (link === null) return new NotFound('link', 'token');
    const refused = refuse(input);
    if (refused !== null) return refused;
    const { organisationId, adminPersonId, personName } = link;
    const caller = `person/${adminPersonId}`;
    const call = { organisationId, operation: 'decideByReview', input, caller };
    const done = await idempotentLinkMutation(ctx, call, async (sql) => {
      const ids = input.ids.map((id) => readId('optout', id, 'ids'));
      const { decision, reason = null } = input;
      const plan = { organisationId, adminPersonId, personName, requestIds: [...new Set(ids)] };
      return planDecision(sql, { ...plan, decision, reason, now: ctx.now });
    });
    if (done instanceof Problem) return done;
    const planned = done.result && (await plannedOf(ctx, link, done.result.plannedId));
    return planned ? new DecisionPlanned(planned) : new NotFound('request', 'ids');
  }
}

function refuse({ ids, decision, reason }: DecideByReviewInput): Problem | null {
  if (ids.length === 0) return new InvalidInput('ids', 'Name at least one request.');
  if (ids.length > MOST_IDS) {
    const message = `At most ${MOST_IDS} requests at once; these are ${ids.length}.`;
    return new LimitReached('ids', message);
  }
  const refused = refuseReason(decision, reason ?? null);
  return refused && new InvalidInput('reason', DECISION_REFUSALS[refused], codeOf(refused));
}
