import { askToSignIn, countSignInAsk } from '@adieu/db';
import { originKey } from '@adieu/keys';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { readAddress } from '../shared/address.ts';
import type { Context } from '../shared/context.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { InvalidInput, LimitReached } from '../shared/problems.ts';
import { linkResult } from '../shared/result.ts';
import { visitorOf } from '../shared/visitor.ts';

@InputType()
export class AskToSignInInput extends IdempotentInput {
  @Field(() => String, { description: 'Of the member.' })
  readonly email!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'IP address of the visitor. Of our own pages; for all others it is the address that they come from.',
  })
  readonly origin?: string | null;
}

@ObjectType({ description: 'The same answer whether or not a mail goes out.' })
export class SignInAsked {
  @Field(() => String, { description: 'What to tell the visitor, in English.' })
  readonly note: string = 'If this address belongs to a member, a mail is on its way.';
}

const AskToSignInResult = linkResult('AskToSignInResult', () => [SignInAsked, LimitReached]);

@Resolver()
export class AskToSignIn {
  @Mutation(() => AskToSignInResult, {
    description:
      'Mails a way in to a member. Answers alike, and as fast, for every address; limited by address and origin.',
  })
  async askToSignIn(
    @Ctx() ctx: Context,
    @Arg('input', () => AskToSignInInput) input: AskToSignInInput,
  ): Promise<typeof AskToSignInResult> {
    const read = readAddress(ctx.ring, input.email, 'EMAIL');
    if (read instanceof InvalidInput) return new InvalidInput('email', read.message);
    const { db, now } = ctx;
    // No key is kept: it would be one organisation's, and the limits make a repeat harmless.
    const from = originKey(ctx.ring, visitorOf(ctx, input).origin);
    if (!(await db.transaction((sql) => countSignInAsk(sql, from, now))))
      return new LimitReached('origin', 'Too many were asked for from here. Try again in an hour.');
    ctx.afterAnswer.add(() =>
      db.transaction((sql) => askToSignIn(sql, { email: read.address, now })),
    );
    return new SignInAsked();
  }
}
