import { removeMember } from '@adieu/db';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';

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
      'Forgets a person and what they were told. Decisions keep the name they were made under.',
  })
  async removeMember(
    @Ctx() ctx: Context,
    @Arg('input', () => RemoveMemberInput) input: RemoveMemberInput,
  ): Promise<typeof RemoveMemberResult> {
    const { organisationId } = viewerOf(ctx);
    const memberId = readId('member', input.id, 'id');
    const done = await idempotentMutation(ctx, 'removeMember', input, async (sql) => ({
      removed: await removeMember(sql, organisationId, memberId),
    }));
    if (done instanceof Problem) return done;
    return done.result.removed
      ? answer(MemberRemoved, { id: input.id })
      : new NotFound('member', 'id');
  }
}
