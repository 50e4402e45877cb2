import { endSession } from '@adieu/db';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { NotFound } from '../shared/problems.ts';
import { answer, linkResult } from '../shared/result.ts';
import { noSession } from './no-session.ts';

@InputType()
export class SignOutInput extends IdempotentInput {}

@ObjectType({ description: 'The session opens nothing any more.' })
export class SignedOut {
  @Field(() => Date)
  readonly endedAt!: Date;
}

const SignOutResult = linkResult('SignOutResult', () => [SignedOut, NotFound]);

@Resolver()
export class SignOut {
  @Mutation(() => SignOutResult, { description: 'Ends the session that asks.' })
  async signOut(
    @Ctx() { db, now, session }: Context,
    @Arg('input', () => SignOutInput) _input: SignOutInput,
  ): Promise<typeof SignOutResult> {
    if (session === null) return noSession();
    await endSession(db.sql, session.memberId, session.sessionId, now);
    return answer(SignedOut, { endedAt: now });
  }
}
