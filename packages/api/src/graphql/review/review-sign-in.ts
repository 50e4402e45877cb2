import {
  armReviewLink,
  askForReview,
  findReviewLink,
  openReview,
  revokeReviewLink,
} from '@adieu/db';
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
import { readAddress } from '../shared/address.ts';
import type { Context } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { Conflict, InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { openReviewLink } from './review-link.ts';
import { visitorOf } from '../shared/visitor.ts';

@InputType()
export class AskForReviewInput {
  @Field(() => String, { description: 'Of the person who decides.' })
  readonly email!: string;

  @Field(() => String, { nullable: true, description: 'IP address of the visitor.' })
  readonly origin?: string | null;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@InputType()
export class OpenReviewInput {
  @Field(() => String, { description: 'Of the way in that was mailed.' })
  readonly token!: string;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@InputType()
export class CloseReviewInput {
  @Field(() => String, { description: 'Of the review.' })
  readonly token!: string;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@ObjectType({ description: 'The same answer whether or not a mail goes out.' })
export class ReviewAsked {
  @Field(() => String, { description: 'What to tell the visitor, in English.' })
  readonly note: string = 'If this address belongs to somebody who decides, a mail is on its way.';
}

@ObjectType()
export class ReviewOpened {
  @Field(() => String, { description: 'Opens the review: see `review`.' })
  readonly token: string;

  constructor(token: string) {
    this.token = token;
  }
}

@ObjectType({ description: 'The link opens nothing any more.' })
export class ReviewClosed {
  @Field(() => Date)
  readonly closedAt: Date;

  constructor(closedAt: Date) {
    this.closedAt = closedAt;
  }
}

const AskForReviewResult = createUnionType({
  name: 'AskForReviewResult',
  types: () => [ReviewAsked, InvalidInput, Conflict] as const,
});
const OpenReviewResult = createUnionType({
  name: 'OpenReviewResult',
  types: () => [ReviewOpened, NotFound, InvalidInput, Conflict] as const,
});
const CloseReviewResult = createUnionType({
  name: 'CloseReviewResult',
  types: () => [ReviewClosed, NotFound, InvalidInput, Conflict] as const,
});

@Resolver()
export class ReviewSignIns {
  @Mutation(() => AskForReviewResult, {
    description:
      'Mails a way in to an active admin person. Answers alike for every address; limited by address and origin.',
  })
  async askForReview(
    @Ctx() ctx: Context,
    @Arg('input', () => AskForReviewInput) input: AskForReviewInput,
  ): Promise<typeof AskForReviewResult> {
    const read = readAddress(ctx.ring, input.email, 'EMAIL');
    if (read instanceof InvalidInput) return new InvalidInput('email', read.message);
    const { origin } = visitorOf(input);
    // No key is kept: it would be one organisation's, and the limits make a repeat harmless.
    await ctx.db.transaction((sql) =>
      askForReview(sql, { email: read.address, origin, now: ctx.now }),
    );
    return new ReviewAsked();
  }

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

  @Mutation(() => CloseReviewResult, { description: 'Signs out: ends this link for good.' })
  async closeReview(
    @Ctx() ctx: Context,
    @Arg('input', () => CloseReviewInput) input: CloseReviewInput,
  ): Promise<typeof CloseReviewResult> {
    const link = await openReviewLink(ctx, input.token);
    if (link === null) return new NotFound('link', 'token');
    const { organisationId, adminPersonId } = link;
    const caller = `person/${adminPersonId}`;
    const call = { organisationId, operation: 'closeReview', input, caller };
    const done = await idempotentMutation(ctx, call, async (sql) => {
      await revokeReviewLink(sql, link.id, ctx.now);
      return null;
    });
    return done instanceof Problem ? done : new ReviewClosed(ctx.now);
  }
}
