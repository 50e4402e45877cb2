import { armReviewLink, findReviewLink, openReview } from '@adieu/db';
import { hashSecretToken, reviewToken } from '@adieu/keys';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { idempotentLinkMutation } from '../shared/idempotency.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { answer, linkResult } from '../shared/result.ts';

@InputType()
export class OpenReviewInput extends IdempotentInput {
  @Field(() => String, { description: 'Of the way in that was mailed.' })
  readonly token!: string;
}

@ObjectType()
export class ReviewOpened {
  @Field(() => String, { description: 'Opens the review: see `review`.' })
  readonly token!: string;
}

const OpenReviewResult = linkResult('OpenReviewResult', () => [ReviewOpened, NotFound]);

@Resolver()
export class OpenReview {
  @Mutation(() => OpenReviewResult, {
    description: 'Leads from a mailed way in to a review; repeated, to the same one.',
  })
  async openReview(
    @Ctx() ctx: Context,
    @Arg('input', () => OpenReviewInput) input: OpenReviewInput,
  ): Promise<typeof OpenReviewResult> {
    const tokenHash = hashSecretToken(input.token);
    const link = await findReviewLink(ctx.db.sql, 'SIGN_IN', tokenHash, ctx.now);
    if (link === null) return new NotFound('link', 'token');
    const { organisationId, memberId } = link;
    const caller = `member/${memberId}`;
    const call = { organisationId, operation: 'openReview', input, caller };
    const done = await idempotentLinkMutation(ctx, call, async (sql) => {
      const id = await openReview(sql, tokenHash, ctx.now);
      if (id !== null) await armReviewLink(sql, id, hashSecretToken(reviewToken(ctx.ring, id)));
      return id;
    });
    if (done instanceof Problem) return done;
    if (done.result === null) return new NotFound('link', 'token');
    return answer(ReviewOpened, { token: reviewToken(ctx.ring, done.result) });
  }
}
