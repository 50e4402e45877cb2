import { planDecision } from '@adieu/db';
import { DECISION_REFUSALS, refuseReason } from '@adieu/domain';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { readId } from '../shared/read-id.ts';
import { idempotentLinkMutation } from '../shared/idempotency.ts';
import { codeOf, InvalidInput, LimitReached, NotFound, Problem } from '../shared/problems.ts';
import { openReviewLink } from './review-link.ts';
import { PlannedDecisionType } from './planned-decision.type.ts';
import { plannedOf } from './find-planned.ts';
import { answer, linkResult } from '../shared/result.ts';
import { DecideByReviewInput } from './decide-by-review.input.ts';

@ObjectType({ description: 'Noted, to be carried out in a few seconds.' })
export class DecisionPlanned {
  @Field(() => PlannedDecisionType)
  readonly planned!: PlannedDecisionType;
}

const DecideByReviewResult = linkResult('DecideByReviewResult', () => [
  DecisionPlanned,
  NotFound,
  LimitReached,
]);

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
    const { organisationId, accountIds, memberId, memberName } = link;
    const caller = `member/${memberId}`;
    const call = { organisationId, operation: 'decideByReview', input, caller };
    const done = await idempotentLinkMutation(ctx, call, async (sql) => {
      const ids = input.ids.map((id) => readId('optout', id, 'ids'));
      const { decision, reason = null } = input;
      const who = { organisationId, accountIds, memberId, memberName };
      const plan = { ...who, requestIds: [...new Set(ids)] };
      return planDecision(sql, { ...plan, decision, reason, now: ctx.now });
    });
    if (done instanceof Problem) return done;
    const planned = done.result && (await plannedOf(ctx, link, done.result.plannedId));
    return planned ? answer(DecisionPlanned, { planned }) : new NotFound('request', 'ids');
  }
}

function refuse({ ids, decision, reason }: DecideByReviewInput): Problem | null {
  if (ids.length === 0) return new InvalidInput('ids', 'Name at least one request.');
  const refused = refuseReason(decision, reason ?? null);
  return refused && new InvalidInput('reason', DECISION_REFUSALS[refused], codeOf(refused));
}
