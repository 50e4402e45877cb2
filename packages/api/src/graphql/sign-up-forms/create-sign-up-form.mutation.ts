import { createSignUpForm, findSignUpForm } from '@adieu/db';
import { FORM_REFUSALS, refuseForm } from '@adieu/domain';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { SignUpFormType } from './sign-up-form.type.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { CreateSignUpFormInput } from './create-sign-up-form.input.ts';

@ObjectType()
export class SignUpFormCreated {
  @Field(() => SignUpFormType)
  readonly form!: SignUpFormType;
}

const CreateSignUpFormResult = keyResult('CreateSignUpFormResult', () => [
  SignUpFormCreated,
  NotFound,
]);

@Resolver()
export class CreateSignUpForm {
  @Mutation(() => CreateSignUpFormResult, {
    description: 'Makes a form by which people ask for a book. It lifts and joins nothing.',
  })
  async createSignUpForm(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateSignUpFormInput) input: CreateSignUpFormInput,
  ): Promise<typeof CreateSignUpFormResult> {
    const { organisationId } = viewerOf(ctx);
    const addressBookId = readId('book', input.addressBookId, 'addressBookId');
    const { title, declaration, languages } = input;
    const form = {
      title: title.trim(),
      declaration: declaration.trim(),
      languages,
      origins: input.origins ?? [],
      redirectUrl: input.redirectUrl ?? null,
    };
    const refused = refuseForm(form);
    if (refused !== null) {
      const { field, message } = FORM_REFUSALS[refused];
      const tooMany = refused === 'too-many-origins' || refused === 'too-many-languages';
      return new InvalidInput(field, message, tooMany ? 'LIMIT_REACHED' : 'INVALID_INPUT');
    }
    const done = await idempotentMutation(ctx, 'createSignUpForm', input, (sql) =>
      createSignUpForm(sql, { ...form, organisationId, addressBookId, now: ctx.now }),
    );
    if (done instanceof Problem) return done;
    const made = done.result === null ? null : await findSignUpForm(ctx.db.sql, done.result);
    return made === null
      ? new NotFound('book', 'addressBookId')
      : answer(SignUpFormCreated, { form: new SignUpFormType(made) });
  }
}
