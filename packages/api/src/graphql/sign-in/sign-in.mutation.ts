import { useSignIn } from '@adieu/db';
import { hashSecretToken } from '@adieu/keys';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { NotFound } from '../shared/problems.ts';
import { answer, linkResult } from '../shared/result.ts';
import { visitorOf } from '../shared/visitor.ts';
import { openSession } from './open-session.ts';

@InputType()
export class SignInInput extends IdempotentInput {
  @Field(() => String, { description: 'Of the way in, or the invitation, that was mailed.' })
  readonly token!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Of the browser, by which the member knows the session among others.',
  })
  readonly userAgent?: string | null;
}

@ObjectType()
export class SignedIn {
  @Field(() => String, {
    description:
      'The session’s secret, told this once: send it as `Authorization: Session <secret>`, and keep it where no script reads it.',
  })
  readonly session!: string;
}

const SignInResult = linkResult('SignInResult', () => [SignedIn, NotFound]);

@Resolver()
export class SignIn {
  @Mutation(() => SignInResult, {
    description: 'Begins a session by a mailed way in, which is used up.',
  })
  async signIn(
    @Ctx() ctx: Context,
    @Arg('input', () => SignInInput) input: SignInInput,
  ): Promise<typeof SignInResult> {
    const { userAgent } = visitorOf(ctx, input);
    // No key is kept: its result would be the secret.
    const session = await ctx.db.transaction(async (tx) => {
      const memberId = await useSignIn(tx, hashSecretToken(input.token), ctx.now);
      return memberId && openSession(ctx, tx, { memberId, means: 'MAIL', userAgent });
    });
    return session === null ? new NotFound('link', 'token') : answer(SignedIn, { session });
  }
}
