import { removeAdminPerson } from '@adieu/db';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';

@InputType()
export class RemoveAdminPersonInput extends IdempotentInput {
  @Field(() => ID)
  readonly id!: string;
}

@ObjectType()
export class AdminPersonRemoved {
  @Field(() => ID)
  readonly id!: string;
}

const RemoveAdminPersonResult = keyResult('RemoveAdminPersonResult', () => [
  AdminPersonRemoved,
  NotFound,
]);

@Resolver()
export class RemoveAdminPerson {
  @Mutation(() => RemoveAdminPersonResult, {
    description:
      'Forgets a person and what they were told. Decisions keep the name they were made under.',
  })
  async removeAdminPerson(
    @Ctx() ctx: Context,
    @Arg('input', () => RemoveAdminPersonInput) input: RemoveAdminPersonInput,
  ): Promise<typeof RemoveAdminPersonResult> {
    const { organisationId } = viewerOf(ctx);
    const adminPersonId = readId('person', input.id, 'id');
    const done = await idempotentMutation(ctx, 'removeAdminPerson', input, async (sql) => ({
      removed: await removeAdminPerson(sql, organisationId, adminPersonId),
    }));
    if (done instanceof Problem) return done;
    return done.result.removed
      ? answer(AdminPersonRemoved, { id: input.id })
      : new NotFound('admin person', 'id');
  }
}
