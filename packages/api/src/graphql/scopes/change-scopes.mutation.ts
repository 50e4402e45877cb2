import { changeScope, type ScopeChange } from '@adieu/db';
import type { ScopeKind } from '@adieu/domain';
import { Arg, createUnionType, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation, type IdempotentCall } from '../shared/idempotency.ts';
import { Conflict, Forbidden, InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { readName } from '../shared/read-name.ts';
import { ScopeChanged } from './scope-changed.type.ts';
import { ScopeType } from './scope.type.ts';
import { readScope, ScopeInput } from './scope.input.ts';

@InputType()
export class RenameScopeInput {
  @Field(() => ScopeInput, { description: 'A topic, a book or an account.' })
  readonly scope!: ScopeInput;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@InputType()
export class ArchiveScopeInput {
  @Field(() => ScopeInput, { description: 'A topic, a book or an account.' })
  readonly scope!: ScopeInput;

  @Field(() => Boolean, { defaultValue: true, description: 'False brings it back.' })
  readonly archived!: boolean;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@InputType()
export class DeleteScopeInput {
  @Field(() => ScopeInput, { description: 'A topic, a book or an account.' })
  readonly scope!: ScopeInput;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

const ChangeScopeResult = createUnionType({
  name: 'ChangeScopeResult',
  types: () => [ScopeChanged, NotFound, InvalidInput, Conflict, Forbidden] as const,
});

@Resolver()
export class ChangeScopes {
  @Mutation(() => ChangeScopeResult)
  async renameScope(
    @Ctx() ctx: Context,
    @Arg('input', () => RenameScopeInput) input: RenameScopeInput,
  ): Promise<typeof ChangeScopeResult> {
    const name = readName(input.name);
    if (name instanceof Problem) return name;
    return change(ctx, 'renameScope', input, { change: 'rename', name });
  }

  @Mutation(() => ChangeScopeResult, {
    description:
      'Nothing is sent through it any more, and lists do not show it. Its opt-outs stay; its links leave the account’s marketing (P-13).',
  })
  archiveScope(
    @Ctx() ctx: Context,
    @Arg('input', () => ArchiveScopeInput) input: ArchiveScopeInput,
  ): Promise<typeof ChangeScopeResult> {
    return change(ctx, 'archiveScope', input, { change: 'archive', archived: input.archived });
  }

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

async function change(
  ctx: Context,
  operation: string,
  input: IdempotentCall['input'] & { readonly scope: ScopeInput },
  how: ScopeChange,
): Promise<ScopeChanged | Problem> {
  const { organisationId } = viewerOf(ctx);
  const scope = readScope(input.scope, organisationId);
  if (scope === null) return new NotFound('scope', 'scope');
  const { kind, id } = scope;
  if (kind === 'ORGANISATION')
    return new InvalidInput('scope', 'Name a topic, a book or an account.');
  const done = await idempotentMutation(ctx, { organisationId, operation, input }, (sql) =>
    changeScope(sql, { organisationId, scope: { kind, id }, change: how, now: ctx.now }),
  );
  if (done instanceof Problem) return done;
  if (!('refused' in done.result)) return new ScopeChanged(new ScopeType(kind, id));
  return done.result.refused === 'not-found'
    ? new NotFound(WORDS[kind], 'scope')
    : new Conflict('NAME_TAKEN', 'There is one of this name already.', 'name');
}

const WORDS: Readonly<Record<Exclude<ScopeKind, 'ORGANISATION'>, string>> = {
  TOPIC: 'topic',
  BOOK: 'address book',
  ACCOUNT: 'account',
};
