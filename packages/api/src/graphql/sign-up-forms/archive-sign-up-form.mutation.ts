import { archiveSignUpForm } from '@adieu/db';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { toId } from '../shared/ids.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';

@InputType()
export class ArchiveSignUpFormInput extends IdempotentInput {
  @Field(() => ID)
  readonly id!: string;
}

@ObjectType()
export class SignUpFormArchived {
  @Field(() => ID)
  readonly id!: string;
}

const ArchiveSignUpFormResult = keyResult('ArchiveSignUpFormResult', () => [
  SignUpFormArchived,
  NotFound,
]);

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
    const id = readId('form', input.id, 'id');
    const done = await idempotentMutation(ctx, 'archiveSignUpForm', input, (sql) =>
      archiveSignUpForm(sql, { organisationId, id, now: ctx.now }),
    );
    if (done instanceof Problem) return done;
    return done.result
      ? answer(SignUpFormArchived, { id: toId('form', id) })
      : new NotFound('form', 'id');
  }
}
