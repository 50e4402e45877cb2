import { withdrawInvitation } from '@adieu/db';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { refuseManaging } from './may-manage.ts';
import { MEMBER_PROBLEMS } from './read-member.ts';

@InputType()
export class WithdrawInvitationInput extends IdempotentInput {
  @Field(() => ID, { description: 'Of the member who was invited.' })
  readonly id!: string;
}

@ObjectType({ description: 'The link opens nothing any more, and who was invited is forgotten.' })
export class InvitationWithdrawn {
  @Field(() => ID)
  readonly id!: string;
}

const WithdrawInvitationResult = keyResult('WithdrawInvitationResult', () => [
  InvitationWithdrawn,
  NotFound,
]);

@Resolver()
export class WithdrawInvitation {
  @Mutation(() => WithdrawInvitationResult, {
    description: 'Takes an invitation back. Who has accepted it is a member: see removeMember.',
  })
  async withdrawInvitation(
    @Ctx() ctx: Context,
    @Arg('input', () => WithdrawInvitationInput) input: WithdrawInvitationInput,
  ): Promise<typeof WithdrawInvitationResult> {
    const viewer = viewerOf(ctx);
    const forbidden = refuseManaging(viewer);
    if (forbidden !== null) return forbidden;
    const { organisationId } = viewer;
    const memberId = readId('member', input.id, 'id');
    const done = await idempotentMutation(ctx, 'withdrawInvitation', input, (tx) =>
      withdrawInvitation(tx, organisationId, memberId),
    );
    if (done instanceof Problem) return done;
    if ('refused' in done.result) return MEMBER_PROBLEMS[done.result.refused]();
    return answer(InvitationWithdrawn, { id: input.id });
  }
}
