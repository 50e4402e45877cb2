import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { ScopeInput } from './scope.input.ts';
import { ChangeScopeResult, change } from './change-scope.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';

@InputType()
export class ArchiveScopeInput extends IdempotentInput {
  @Field(() => ScopeInput, { description: 'A topic, a book or an account.' })
  readonly scope!: ScopeInput;

  @Field(() => Boolean, { defaultValue: true, description: 'False brings it back.' })
  readonly archived!: boolean;
}

@Resolver()
export class ArchiveScope {
  @Mutation(() => ChangeScopeResult, {
    description:
      'Nothing is sent through it any more, and lists do not show it. Its opt-outs stay; its links leave the account’s marketing.',
  })
  archiveScope(
    @Ctx() ctx: Context,
    @Arg('input', () => ArchiveScopeInput) input: ArchiveScopeInput,
  ): Promise<typeof ChangeScopeResult> {
    return change(ctx, 'archiveScope', input, { change: 'archive', archived: input.archived });
  }
}
