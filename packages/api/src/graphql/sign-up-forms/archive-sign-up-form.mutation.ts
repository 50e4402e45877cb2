import { archiveSignUpForm } from '@adieu/db';
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
import { fromId, toId } from '../shared/ids.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { Conflict, Forbidden, InvalidInput, NotFound, Problem } from '../shared/problems.ts';

@InputType()
export class ArchiveSignUpFormInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@ObjectType()
export class SignUpFormArchived {
  @Field(() => ID)
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

const ArchiveSignUpFormResult = createUnionType({
  name: 'ArchiveSignUpFormResult',
  types: () => [SignUpFormArchived, NotFound, InvalidInput, Conflict, Forbidden] as const,
});

@Resolver()
export class ArchiveSignUpForm {
  @Mutation(() => ArchiveSignUpFormResult, {
    description: 'Closes a form. Confirmation mails that are out keep their links.',
  })
  async archiveSignUpForm(
    @Ctx() ctx: Context,
    @Arg('input', () => ArchiveSignUpFormInput) input: ArchiveSignUpFormInput,
  ): Promise<typeof ArchiveSignUpFormResult> {
    const { organisationId } = viewerOf(ctx);
    const id = fromId('form', input.id);
    if (id === null) return new NotFound('form', 'id');
    const call = { organisationId, operation: 'archiveSignUpForm', input };
    const done = await idempotentMutation(ctx, call, (sql) =>
      archiveSignUpForm(sql, { organisationId, id, now: ctx.now }),
    );
    if (done instanceof Problem) return done;
    return done.result ? new SignUpFormArchived(toId('form', id)) : new NotFound('form', 'id');
  }
}
