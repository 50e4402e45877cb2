import { armReviewLink, findReviewLink, openReview } from '@adieu/db';
import { hashSecretToken, reviewToken } from '@adieu/keys';
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { Conflict, InvalidInput, NotFound, Problem } from '../shared/problems.ts';

@InputType()
export class OpenReviewInput {
  @Field(() => String, { description: 'Of the way in that was mailed.' })
  readonly token!: string;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@ObjectType()
export class ReviewOpened {
  @Field(() => String, { description: 'Opens the review: see `review`.' })
  readonly token: string;

  constructor(token: string) {
    this.token = token;
  }
}

const OpenReviewResult = createUnionType({
  name: 'OpenReviewResult',
  types: () => [ReviewOpened, NotFound, InvalidInput, Conflict] as const,
});

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
    const { organisationId, adminPersonId } = link;
    const caller = `person/${adminPersonId}`;
    const call = { organisationId, operation: 'openReview', input, caller };
    const done = await idempotentMutation(ctx, call, async (sql) => {
      const id = await openReview(sql, tokenHash, ctx.now);
      if (id !== null) await armReviewLink(sql, id, hashSecretToken(reviewToken(ctx.ring, id)));
      return id;
    });
    if (done instanceof Problem) return done;
    if (done.result === null) return new NotFound('link', 'token');
    return new ReviewOpened(reviewToken(ctx.ring, done.result));
  }
}
