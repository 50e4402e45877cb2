import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { Problem } from '../shared/problems.ts';
import { readName } from '../shared/read-name.ts';
import { ScopeInput } from './scope.input.ts';
import { ChangeScopeResult, change } from './change-scope.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';

@InputType()
export class RenameScopeInput extends IdempotentInput {
  @Field(() => ScopeInput, { description: 'A topic, a book or an account.' })
  readonly scope!: ScopeInput;

  @Field(() => String)
  readonly name!: string;
}

@Resolver()
export class RenameScope {
  @Mutation(() => ChangeScopeResult)
  async renameScope(
    @Ctx() ctx: Context,
    @Arg('input', () => RenameScopeInput) input: RenameScopeInput,
  ): Promise<typeof ChangeScopeResult> {
    const name = readName(input.name);
    if (name instanceof Problem) return name;
    return change(ctx, 'renameScope', input, { change: 'rename', name });
  }
}
