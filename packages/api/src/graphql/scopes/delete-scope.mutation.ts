import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { ScopeInput } from './scope.input.ts';
import { ChangeScopeResult, change } from './change-scope.ts';

@InputType()
export class DeleteScopeInput {
  @Field(() => ScopeInput, { description: 'A topic, a book or an account.' })
  readonly scope!: ScopeInput;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@Resolver()
export class DeleteScope {
  @Mutation(() => ChangeScopeResult, {
    description:
      'As archived, for good; a book’s contacts leave it. Its opt-outs stay, also if one of its name is made again (W-13).',
  })
  deleteScope(
    @Ctx() ctx: Context,
    @Arg('input', () => DeleteScopeInput) input: DeleteScopeInput,
  ): Promise<typeof ChangeScopeResult> {
    return change(ctx, 'deleteScope', input, { change: 'delete' });
  }
}
