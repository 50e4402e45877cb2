import { armReviewLink, reviewOfSession } from '@adieu/db';
import { hashSecretToken, reviewToken } from '@adieu/keys';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { NotFound } from '../shared/problems.ts';
import { answer, linkResult } from '../shared/result.ts';
import { noSession } from './no-session.ts';

@InputType()
export class OpenReviewInput extends IdempotentInput {}

@ObjectType()
export class ReviewOpened {
  @Field(() => String, {
    description: 'Opens the review, see `review`, as long as the session lives.',
  })
  readonly token!: string;
}

const OpenReviewResult = linkResult('OpenReviewResult', () => [ReviewOpened, NotFound]);

@Resolver()
export class OpenReview {
  @Mutation(() => OpenReviewResult, {
    description: 'The review of the member whose session asks; repeated, the same one.',
  })
  async openReview(
    @Ctx() ctx: Context,
    @Arg('input', () => OpenReviewInput) _input: OpenReviewInput,
  ): Promise<typeof OpenReviewResult> {
    const { session } = ctx;
    if (session === null) return noSession();
    const id = await ctx.db.transaction(async (tx) => {
      const made = await reviewOfSession(tx, session);
      await armReviewLink(tx, made, hashSecretToken(reviewToken(ctx.ring, made)));
      return made;
    });
    return answer(ReviewOpened, { token: reviewToken(ctx.ring, id) });
  }
}
