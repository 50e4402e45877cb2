import { createSignUpForm, findSignUpForm } from '@adieu/db';
import { FORM_REFUSALS, refuseForm } from '@adieu/domain';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { SignUpFormType } from './sign-up-form.type.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { readId } from '../shared/read-id.ts';
import { keyResult } from '../shared/result.ts';

@InputType()
export class CreateSignUpFormInput extends IdempotentInput {
  @Field(() => ID, { description: 'A marketing book.' })
  readonly addressBookId!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String, { description: 'The full text to agree to.' })
  readonly declaration!: string;

  @Field(() => [String], { description: 'Of sv, cs, de, da and en.' })
  readonly languages!: string[];

  @Field(() => [String], {
    nullable: true,
    description: 'Where it may stand in a frame: `https://shop.example.test`. None = nowhere.',
  })
  readonly origins?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where people go after the post, at one of the origins.',
  })
  readonly redirectUrl?: string | null;
}

@ObjectType()
export class SignUpFormCreated {
  @Field(() => SignUpFormType)
  readonly form: SignUpFormType;

  constructor(form: SignUpFormType) {
    this.form = form;
  }
}

const CreateSignUpFormResult = keyResult(
  'CreateSignUpFormResult',
  () => [SignUpFormCreated, NotFound] as const,
);

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
      : new SignUpFormCreated(new SignUpFormType(made));
  }
}
