import { deferRequests } from '@adieu/db';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { readId } from '../shared/read-id.ts';
import { idempotentLinkMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { LONGEST_LIST } from '../shared/longest-list.ts';
import { InvalidInput, LimitReached, NotFound, Problem } from '../shared/problems.ts';
import { openReviewLink } from './review-link.ts';
import { answer, linkResult } from '../shared/result.ts';

@InputType()
export class DeferByReviewInput extends IdempotentInput {
  @Field(() => String, { description: 'Of the review’s link.' })
  readonly token!: string;

  @Field(() => [ID], {
    description: `At most ${LONGEST_LIST}; those that are nobody’s or somebody else’s are left out.`,
  })
  readonly ids!: string[];
}

@ObjectType({ description: 'There is more time to decide; the addresses stay paused.' })
export class ReviewDeferred {
  @Field(() => Int, { description: 'Requests whose deadline moved.' })
  readonly deferred!: number;

  @Field(() => Int, {
    description: 'Requests whose deadline stays: closed already, or at the latest that is allowed.',
  })
  readonly refused!: number;
}

const DeferByReviewResult = linkResult('DeferByReviewResult', () => [
  ReviewDeferred,
  NotFound,
  LimitReached,
]);

@Resolver()
export class DeferByReview {
  @Mutation(() => DeferByReviewResult, {
    description:
      'Gives requests a week more, or as much as is allowed: a review takes at most 90 days, of marketing 48 hours or what the country allows.',
  })
  async deferByReview(
    @Ctx() ctx: Context,
    @Arg('input', () => DeferByReviewInput) input: DeferByReviewInput,
  ): Promise<typeof DeferByReviewResult> {
    const link = await openReviewLink(ctx, input.token);
    if (link === null) return new NotFound('link', 'token');
    if (input.ids.length === 0) return new InvalidInput('ids', 'Name at least one request.');
    const { organisationId, accountIds, memberId, memberName } = link;
    const caller = `member/${memberId}`;
    const call = { organisationId, operation: 'deferByReview', input, caller };
    const done = await idempotentLinkMutation(ctx, call, async (sql) => {
      const ids = input.ids.map((id) => readId('optout', id, 'ids'));
      const requestIds = [...new Set(ids)];
      const who = { organisationId, accountIds, memberName };
      return deferRequests(sql, { ...who, requestIds, now: ctx.now });
    });
    if (done instanceof Problem) return done;
    return done.result ? answer(ReviewDeferred, done.result) : new NotFound('request', 'ids');
  }
}
