import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { InvalidInput } from '../shared/problems.ts';
import { ScopeInput } from './scope.input.ts';
import { ChangeScopeResult, change } from './change-scope.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';

@InputType()
export class DeleteScopeInput extends IdempotentInput {
  @Field(() => ScopeInput, { description: 'A topic or a book; deleteAccount deletes an account.' })
  readonly scope!: ScopeInput;
}

@Resolver()
export class DeleteScope {
  @Mutation(() => ChangeScopeResult, {
    description:
      'As archived, for good; a book’s contacts leave it. Its opt-outs stay, also if one of its name is made again.',
  })
  deleteScope(
    @Ctx() ctx: Context,
    @Arg('input', () => DeleteScopeInput) input: DeleteScopeInput,
  ): Promise<typeof ChangeScopeResult> {
    if (input.scope.kind === 'ACCOUNT')
      return Promise.resolve(new InvalidInput('scope', 'An account is deleted by deleteAccount.'));
    return change(ctx, 'deleteScope', input, { change: 'delete' });
  }
}
