import { askForReview } from '@adieu/db';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { readAddress } from '../shared/address.ts';
import type { Context } from '../shared/context.ts';
import { InvalidInput } from '../shared/problems.ts';
import { visitorOf } from '../shared/visitor.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { linkResult } from '../shared/result.ts';

@InputType()
export class AskForReviewInput extends IdempotentInput {
  @Field(() => String, { description: 'Of the person who decides.' })
  readonly email!: string;

  @Field(() => String, { nullable: true, description: 'IP address of the visitor.' })
  readonly origin?: string | null;
}

@ObjectType({ description: 'The same answer whether or not a mail goes out.' })
export class ReviewAsked {
  @Field(() => String, { description: 'What to tell the visitor, in English.' })
  readonly note: string = 'If this address belongs to somebody who decides, a mail is on its way.';
}

const AskForReviewResult = linkResult('AskForReviewResult', () => [ReviewAsked]);

@Resolver()
export class AskForReview {
  @Mutation(() => AskForReviewResult, {
    description:
      'Mails a way in to an active member. Answers alike for every address; limited by address and origin.',
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
}
