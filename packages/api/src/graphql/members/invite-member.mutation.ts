import { findMember, inviteMember } from '@adieu/db';
import { DEFAULT_DIGEST_SECONDS } from '@adieu/domain';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { answer, keyResult } from '../shared/result.ts';
import { InviteMemberInput } from './member.input.ts';
import { MemberType } from './member.type.ts';
import { refuseLettingIn } from './may-manage.ts';
import { MEMBER_PROBLEMS, readMember } from './read-member.ts';

@ObjectType({ description: 'A mail with a link that works for seven days is on its way.' })
export class MemberInvited {
  @Field(() => MemberType)
  readonly member!: MemberType;
}

const InviteMemberResult = keyResult('InviteMemberResult', () => [MemberInvited, NotFound]);

@Resolver()
export class InviteMember {
  @Mutation(() => InviteMemberResult, {
    description:
      'Mails somebody a link to become a member. Until they accept it they are told of nothing and decide nothing.',
  })
  async inviteMember(
    @Ctx() ctx: Context,
    @Arg('input', () => InviteMemberInput) input: InviteMemberInput,
  ): Promise<typeof InviteMemberResult> {
    const viewer = viewerOf(ctx);
    const { organisationId, name: invitedBy } = viewer;
    const fields = readMember(ctx.ring, input);
    if (fields instanceof InvalidInput) return fields;
    const forbidden = await refuseLettingIn(ctx, fields.grants);
    if (forbidden !== null) return forbidden;
    const { name = '', email = '', language = 'en', grants = [] } = fields;
    const { digestSeconds = DEFAULT_DIGEST_SECONDS } = fields;
    const { now } = ctx;
    const done = await idempotentMutation(ctx, 'inviteMember', input, async (tx) => {
      const member = { organisationId, name, email, language, digestSeconds, grants };
      return inviteMember(tx, { ...member, invitedBy, now });
    });
    if (done instanceof Problem) return done;
    if ('refused' in done.result) return MEMBER_PROBLEMS[done.result.refused]();
    const row = await findMember(ctx.db.sql, organisationId, done.result.memberId);
    // The same key again, and the member was removed in between.
    if (row === null) return new NotFound('member');
    return answer(MemberInvited, { member: new MemberType(row) });
  }
}
