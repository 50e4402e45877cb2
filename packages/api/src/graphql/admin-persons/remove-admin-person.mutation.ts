import { removeAdminPerson } from '@adieu/db';
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { fromId } from '../shared/ids.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { Conflict, Forbidden, InvalidInput, NotFound, Problem } from '../shared/problems.ts';

@InputType()
export class RemoveAdminPersonInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@ObjectType()
export class AdminPersonRemoved {
  @Field(() => ID)
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

const RemoveAdminPersonResult = createUnionType({
  name: 'RemoveAdminPersonResult',
  types: () => [AdminPersonRemoved, NotFound, InvalidInput, Conflict, Forbidden] as const,
});

@Resolver()
export class RemoveAdminPerson {
  @Mutation(() => RemoveAdminPersonResult, {
    description:
      'Forgets a person and what he was told. Decisions keep the name they were made under.',
  })
  async removeAdminPerson(
    @Ctx() ctx: Context,
    @Arg('input', () => RemoveAdminPersonInput) input: RemoveAdminPersonInput,
  ): Promise<typeof RemoveAdminPersonResult> {
    const { organisationId } = viewerOf(ctx);
    const adminPersonId = fromId('person', input.id);
    if (adminPersonId === null) return new NotFound('admin person', 'id');
    const call = { organisationId, operation: 'removeAdminPerson', input };
    const done = await idempotentMutation(ctx, call, async (sql) => ({
      removed: await removeAdminPerson(sql, organisationId, adminPersonId),
    }));
    if (done instanceof Problem) return done;
    return done.result.removed
      ? new AdminPersonRemoved(input.id)
      : new NotFound('admin person', 'id');
  }
}
