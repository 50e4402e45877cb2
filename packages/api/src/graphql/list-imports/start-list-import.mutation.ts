import { findListImport, startListImport } from '@adieu/db';
import { actorOf, type ListKind, type Scope } from '@adieu/domain';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { readScope, ScopeInput } from '../scopes/scope.input.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { ListImportType } from './list-import.type.ts';
import { ListReadAsInput, overruleOf } from './list-read-as.input.ts';

@InputType()
abstract class StartListImportInput extends IdempotentInput {
  @Field(() => ID, {
    description: 'What `POST /lists` answered. Whoever brought a file imports it.',
  })
  readonly fileId!: string;

  @Field(() => ListReadAsInput, { nullable: true })
  readonly readAs?: ListReadAsInput | null;
}

@InputType()
export class StartOptOutImportInput extends StartListImportInput {
  @Field(() => ScopeInput, { description: 'What the addresses of the list have left.' })
  readonly scope!: ScopeInput;
}

@InputType()
export class StartContactImportInput extends StartListImportInput {
  @Field(() => ID)
  readonly addressBookId!: string;
}

@ObjectType()
export class ListImportStarted {
  @Field(() => ListImportType)
  readonly listImport!: ListImportType;
}

const StartListImportResult = keyResult('StartListImportResult', () => [
  ListImportStarted,
  NotFound,
]);

@Resolver()
export class StartListImport {
  @Mutation(() => StartListImportResult, {
    description:
      'Begins an import of addresses that left: the file is looked at, and nothing is done yet. An import of opt-outs only opts out.',
  })
  startOptOutImport(
    @Ctx() ctx: Context,
    @Arg('input', () => StartOptOutImportInput) input: StartOptOutImportInput,
  ): Promise<typeof StartListImportResult> {
    const scope = readScope(input.scope, viewerOf(ctx).organisationId);
    return start(ctx, input, { name: 'startOptOutImport', kind: 'OPT_OUTS', scope });
  }

  @Mutation(() => StartListImportResult, {
    description:
      'Begins an import of people into a book: the file is looked at, and nothing is done yet. An import of contacts adds and updates, and revives nobody.',
  })
  startContactImport(
    @Ctx() ctx: Context,
    @Arg('input', () => StartContactImportInput) input: StartContactImportInput,
  ): Promise<typeof StartListImportResult> {
    const id = readId('book', input.addressBookId, 'addressBookId');
    const scope = { kind: 'BOOK', id } as const;
    return start(ctx, input, { name: 'startContactImport', kind: 'CONTACTS', scope });
  }
}

async function start(
  ctx: Context,
  input: StartListImportInput,
  { name, kind, scope }: { name: string; kind: ListKind; scope: Scope },
): Promise<typeof StartListImportResult> {
  const viewer = viewerOf(ctx);
  const { organisationId } = viewer;
  const fileId = readId('file', input.fileId, 'fileId');
  const overrule = overruleOf(input.readAs);
  if (overrule.separator !== undefined && overrule.separator?.length !== 1)
    return new InvalidInput('readAs.separator', 'It is one sign.');
  const done = await idempotentMutation(ctx, name, input, (tx) =>
    startListImport(tx, {
      organisationId,
      fileId,
      kind,
      scope,
      overrule: overrule,
      by: actorOf(viewer),
      now: ctx.now,
    }),
  );
  if (done instanceof Problem) return done;
  if ('refused' in done.result)
    return done.result.refused === 'no-file'
      ? new NotFound('file', 'fileId')
      : new NotFound(kind === 'CONTACTS' ? 'address book' : 'scope', SCOPE_FIELD[kind]);
  const row = await findListImport(ctx.db.sql, organisationId, done.result.importId);
  if (row === null) return new NotFound('import', 'fileId');
  return answer(ListImportStarted, { listImport: new ListImportType(row) });
}

const SCOPE_FIELD = { OPT_OUTS: 'scope', CONTACTS: 'addressBookId' } as const;
