import { changeMember, findMember } from '@adieu/db';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { namesChange } from '../shared/names-change.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { MemberType } from './member.type.ts';
import { refuseLettingIn } from './may-manage.ts';
import { MEMBER_PROBLEMS, readMember } from './read-member.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { ChangeMemberInput } from './member.input.ts';

@ObjectType()
export class MemberChanged {
  @Field(() => MemberType)
  readonly member!: MemberType;
}

const ChangeMemberResult = keyResult('ChangeMemberResult', () => [MemberChanged, NotFound]);

@Resolver()
export class ChangeMember {
  @Mutation(() => ChangeMemberResult, {
    description:
      'Another address, or no activity any more, ends their sessions and links at once. The last ADMIN of all of an organisation stays one.',
  })
  async changeMember(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangeMemberInput) input: ChangeMemberInput,
  ): Promise<typeof ChangeMemberResult> {
    const viewer = viewerOf(ctx);
    const { organisationId } = viewer;
    const memberId = readId('member', input.id, 'id');
    if (!namesChange(input)) return new InvalidInput('id', 'Say besides the id what is to change.');
    const fields = readMember(ctx.ring, input);
    if (fields instanceof InvalidInput) return fields;
    const forbidden = await refuseLettingIn(ctx, fields.grants);
    if (forbidden !== null) return forbidden;
    const done = await idempotentMutation(ctx, 'changeMember', input, async (sql) => {
      const change = {
        ...fields,
        ...(typeof input.active === 'boolean' && { active: input.active }),
      };
      return changeMember(sql, { organisationId, memberId, ...change });
    });
    if (done instanceof Problem) return done;
    if ('refused' in done.result) return MEMBER_PROBLEMS[done.result.refused]();
    const row = await findMember(ctx.db.sql, organisationId, memberId);
    if (row === null) return new NotFound('member', 'id');
    return answer(MemberChanged, { member: new MemberType(row) });
  }
}
