import { removeMember } from '@adieu/db';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { refuseManaging } from './may-manage.ts';
import { MEMBER_PROBLEMS } from './read-member.ts';

@InputType()
export class RemoveMemberInput extends IdempotentInput {
  @Field(() => ID)
  readonly id!: string;
}

@ObjectType()
export class MemberRemoved {
  @Field(() => ID)
  readonly id!: string;
}

const RemoveMemberResult = keyResult('RemoveMemberResult', () => [MemberRemoved, NotFound]);

@Resolver()
export class RemoveMember {
  @Mutation(() => RemoveMemberResult, {
    description:
      'Forgets a member and what they were told; their sessions end. Decisions keep the name they were made under. The last ADMIN of all of an organisation stays.',
  })
  async removeMember(
    @Ctx() ctx: Context,
    @Arg('input', () => RemoveMemberInput) input: RemoveMemberInput,
  ): Promise<typeof RemoveMemberResult> {
    const viewer = viewerOf(ctx);
    const forbidden = refuseManaging(viewer);
    if (forbidden !== null) return forbidden;
    const { organisationId } = viewer;
    const memberId = readId('member', input.id, 'id');
    const done = await idempotentMutation(ctx, 'removeMember', input, (tx) =>
      removeMember(tx, organisationId, memberId),
    );
    if (done instanceof Problem) return done;
    if ('refused' in done.result) return MEMBER_PROBLEMS[done.result.refused]();
    return answer(MemberRemoved, { id: input.id });
  }
}
