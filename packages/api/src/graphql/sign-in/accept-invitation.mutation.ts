import { acceptInvitation } from '@adieu/db';
import { hashSecretToken } from '@adieu/keys';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { NotFound } from '../shared/problems.ts';
import { answer, linkResult } from '../shared/result.ts';
import { visitorOf } from '../shared/visitor.ts';
import { openSession } from './open-session.ts';
import { SignedIn, SignInInput } from './sign-in.mutation.ts';

const AcceptInvitationResult = linkResult('AcceptInvitationResult', () => [SignedIn, NotFound]);

@Resolver()
export class AcceptInvitation {
  @Mutation(() => AcceptInvitationResult, {
    description: 'Accepts a mailed invitation, which is used up, and begins a session.',
  })
  async acceptInvitation(
    @Ctx() ctx: Context,
    @Arg('input', () => SignInInput) input: SignInInput,
  ): Promise<typeof AcceptInvitationResult> {
    const { userAgent } = visitorOf(ctx, input);
    const session = await ctx.db.transaction(async (tx) => {
      const memberId = await acceptInvitation(tx, hashSecretToken(input.token), ctx.now);
      return memberId && openSession(ctx, tx, { memberId, means: 'INVITATION', userAgent });
    });
    return session === null ? new NotFound('invitation', 'token') : answer(SignedIn, { session });
  }
}
