import { inviteMember, findMember } from '@adieu/db';
import { DEFAULT_DIGEST_SECONDS } from '@adieu/domain';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { emailTaken, readMember } from './read-member.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { MemberType } from './member.type.ts';
import { answer, keyResult } from '../shared/result.ts';
import { InviteMemberInput } from './member.input.ts';

@ObjectType()
export class MemberInvited {
  @Field(() => MemberType)
  readonly member!: MemberType;
}

const InviteMemberResult = keyResult('InviteMemberResult', () => [MemberInvited, NotFound]);

@Resolver()
export class InviteMember {
  @Mutation(() => InviteMemberResult, {
    description: 'From now on this person is told by digest mail which requests wait.',
  })
  async inviteMember(
    @Ctx() ctx: Context,
    @Arg('input', () => InviteMemberInput) input: InviteMemberInput,
  ): Promise<typeof InviteMemberResult> {
    const { organisationId } = viewerOf(ctx);
    const fields = readMember(ctx.ring, input);
    if (fields instanceof InvalidInput) return fields;
    const { name = '', email = '', language = 'en' } = fields;
    const { digestSeconds = DEFAULT_DIGEST_SECONDS } = fields;
    const done = await idempotentMutation(ctx, 'inviteMember', input, async (sql) => {
      const person = { organisationId, name, email, language, digestSeconds };
      const added = await inviteMember(sql, person);
      return { id: 'refused' in added ? null : added.memberId };
    });
    if (done instanceof Problem) return done;
    const { id } = done.result;
    if (id === null) return emailTaken();
    const row = await findMember(ctx.db.sql, organisationId, id);
    // The same key again, and the person was removed in between.
    if (row === null) return new NotFound('member');
    return answer(MemberInvited, { member: new MemberType(row) });
  }
}
