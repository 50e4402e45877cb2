import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { ExemptionResult, change } from './change-exemption.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';

@InputType()
export class EndExemptionInput extends IdempotentInput {
  @Field(() => ID)
  readonly addressBookId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@Resolver()
export class EndExemption {
  @Mutation(() => ExemptionResult, { description: 'From now on the book can be left again.' })
  endExemption(
    @Ctx() ctx: Context,
    @Arg('input', () => EndExemptionInput) input: EndExemptionInput,
  ): Promise<typeof ExemptionResult> {
    return change(ctx, 'endExemption', false, input);
  }
}
