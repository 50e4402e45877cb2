import { findMember, inviteAgain } from '@adieu/db';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { LimitReached, NotFound, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { MemberInvited } from './invite-member.mutation.ts';
import { MemberType } from './member.type.ts';
import { refuseLettingIn } from './may-manage.ts';
import { MEMBER_PROBLEMS } from './read-member.ts';

@InputType()
export class InviteMemberAgainInput extends IdempotentInput {
  @Field(() => ID)
  readonly id!: string;
}

const InviteMemberAgainResult = keyResult('InviteMemberAgainResult', () => [
  MemberInvited,
  NotFound,
  LimitReached,
]);

@Resolver()
export class InviteMemberAgain {
  @Mutation(() => InviteMemberAgainResult, {
    description:
      'Mails a new link that works for seven days; the one before opens nothing any more.',
  })
  async inviteMemberAgain(
    @Ctx() ctx: Context,
    @Arg('input', () => InviteMemberAgainInput) input: InviteMemberAgainInput,
  ): Promise<typeof InviteMemberAgainResult> {
    const viewer = viewerOf(ctx);
    const forbidden = await refuseLettingIn(ctx);
    if (forbidden !== null) return forbidden;
    const { organisationId, name: invitedBy } = viewer;
    const { now } = ctx;
    const memberId = readId('member', input.id, 'id');
    const done = await idempotentMutation(ctx, 'inviteMemberAgain', input, (tx) =>
      inviteAgain(tx, { organisationId, memberId, invitedBy, now }),
    );
    if (done instanceof Problem) return done;
    if ('refused' in done.result) return MEMBER_PROBLEMS[done.result.refused]();
    const row = await findMember(ctx.db.sql, organisationId, memberId);
    if (row === null) return new NotFound('member', 'id');
    return answer(MemberInvited, { member: new MemberType(row) });
  }
}
