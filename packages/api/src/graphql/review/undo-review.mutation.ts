import { undoDecision } from '@adieu/db';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { idempotentLinkMutation } from '../shared/idempotency.ts';
import { Conflict, NotFound, Problem } from '../shared/problems.ts';
import { openReviewLink } from './review-link.ts';
import { PlannedDecisionType } from './planned-decision.type.ts';
import { plannedOf } from './find-planned.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { readId } from '../shared/read-id.ts';
import { answer, linkResult } from '../shared/result.ts';

@InputType()
export class UndoReviewInput extends IdempotentInput {
  @Field(() => String, { description: 'Of the review’s link.' })
  readonly token!: string;

  @Field(() => ID)
  readonly plannedId!: string;
}

@ObjectType({ description: 'Nothing comes of it: what waited waits again.' })
export class DecisionUndone {
  @Field(() => PlannedDecisionType)
  readonly planned!: PlannedDecisionType;
}

const UndoReviewResult = linkResult('UndoReviewResult', () => [DecisionUndone, NotFound]);

@Resolver()
export class UndoReview {
  @Mutation(() => UndoReviewResult, {
    description: 'Undoes a decision of one’s own that was not carried out yet.',
  })
  async undoReview(
    @Ctx() ctx: Context,
    @Arg('input', () => UndoReviewInput) input: UndoReviewInput,
  ): Promise<typeof UndoReviewResult> {
    const link = await openReviewLink(ctx, input.token);
    if (link === null) return new NotFound('link', 'token');
    const plannedId = readId('plan', input.plannedId, 'plannedId');
    const { organisationId, memberId } = link;
    const caller = `member/${memberId}`;
    const call = { organisationId, operation: 'undoReview', input, caller };
    const done = await idempotentLinkMutation(ctx, call, async (sql) => {
      const undone = await undoDecision(sql, { memberId, plannedId, now: ctx.now });
      return 'refused' in undone ? undone.refused : null;
    });
    if (done instanceof Problem) return done;
    if (done.result === 'already-carried-out') {
      const message = 'It is too late to undo this: it was carried out.';
      return new Conflict('ALREADY_CARRIED_OUT', message, 'plannedId');
    }
    const planned = await plannedOf(ctx, link, plannedId);
    return planned ? answer(DecisionUndone, { planned }) : new NotFound('decision', 'plannedId');
  }
}
