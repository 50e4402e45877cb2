import { endSession, revokeReviewLink } from '@adieu/db';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { idempotentLinkMutation } from '../shared/idempotency.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { openReviewLink } from './review-link.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { answer, linkResult } from '../shared/result.ts';

@InputType()
export class CloseReviewInput extends IdempotentInput {
  @Field(() => String, { description: 'Of the review.' })
  readonly token!: string;
}

@ObjectType({ description: 'The link opens nothing any more.' })
export class ReviewClosed {
  @Field(() => Date)
  readonly closedAt!: Date;
}

const CloseReviewResult = linkResult('CloseReviewResult', () => [ReviewClosed, NotFound]);

@Resolver()
export class CloseReview {
  @Mutation(() => CloseReviewResult, {
    description: 'Signs out: ends this link for good, and the session that opened it.',
  })
  async closeReview(
    @Ctx() ctx: Context,
    @Arg('input', () => CloseReviewInput) input: CloseReviewInput,
  ): Promise<typeof CloseReviewResult> {
    const link = await openReviewLink(ctx, input.token);
    if (link === null) return new NotFound('link', 'token');
    const { organisationId, memberId } = link;
    const caller = `member/${memberId}`;
    const call = { organisationId, operation: 'closeReview', input, caller };
    const done = await idempotentLinkMutation(ctx, call, async (sql) => {
      if (link.sessionId === null) await revokeReviewLink(sql, link.id, ctx.now);
      else await endSession(sql, memberId, link.sessionId, ctx.now);
      return null;
    });
    return done instanceof Problem ? done : answer(ReviewClosed, { closedAt: ctx.now });
  }
}
