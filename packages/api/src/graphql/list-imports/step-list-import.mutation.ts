import { findListImport, type Json, type ListImport, stepListImport } from '@adieu/db';
import { LIST_REFUSALS, type ListField, type ListImportStep } from '@adieu/domain';
import { type ListShape, mapColumns } from '@adieu/intake';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { Conflict, InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { ListFieldEnum } from './list-enums.ts';
import { ListImportType } from './list-import.type.ts';

@InputType()
export class ListColumnInput {
  @Field(() => String, { description: 'As `ListImport.columns` names it.' })
  readonly column!: string;

  @Field(() => ListFieldEnum)
  readonly field!: ListField;

  @Field(() => String, { nullable: true, description: 'Of a merge field: what it is called.' })
  readonly name?: string | null;
}

@InputType()
export class ListImportInput extends IdempotentInput {
  @Field(() => ID)
  readonly id!: string;
}

@InputType()
export class MapListImportInput extends ListImportInput {
  @Field(() => [ListColumnInput], {
    defaultValue: [],
    description: 'The others are taken as what they seem to hold.',
  })
  readonly columns!: ListColumnInput[];
}

@ObjectType()
export class ListImportChanged {
  @Field(() => ListImportType)
  readonly listImport!: ListImportType;
}

const ListImportResult = keyResult('ListImportResult', () => [ListImportChanged, NotFound]);

@Resolver()
export class StepListImport {
  @Mutation(() => ListImportResult, {
    description:
      'Says what the columns of a list that was looked at are. It is then read and counted; nothing is done yet.',
  })
  mapListImport(
    @Ctx() ctx: Context,
    @Arg('input', () => MapListImportInput) input: MapListImportInput,
  ): Promise<typeof ListImportResult> {
    return step(ctx, input, { name: 'mapListImport', step: 'map' });
  }

  @Mutation(() => ListImportResult, {
    description: 'Carries an import out that was counted. The same file once more changes nothing.',
  })
  runListImport(
    @Ctx() ctx: Context,
    @Arg('input', () => ListImportInput) input: ListImportInput,
  ): Promise<typeof ListImportResult> {
    return step(ctx, input, { name: 'runListImport', step: 'run' });
  }

  @Mutation(() => ListImportResult, {
    description: 'Ends an import. What it did before stays done: nobody is brought back by it.',
  })
  cancelListImport(
    @Ctx() ctx: Context,
    @Arg('input', () => ListImportInput) input: ListImportInput,
  ): Promise<typeof ListImportResult> {
    return step(ctx, input, { name: 'cancelListImport', step: 'cancel' });
  }
}

async function step(
  ctx: Context,
  input: ListImportInput & Partial<MapListImportInput>,
  { name, step: asked }: { name: string; step: ListImportStep },
): Promise<typeof ListImportResult> {
  const { organisationId } = viewerOf(ctx);
  const importId = readId('import', input.id, 'id');
  const list = await findListImport(ctx.db.sql, organisationId, importId);
  if (list === null || !isTheirs(ctx, list)) return new NotFound('import', 'id');
  const isLookedAt = asked === 'map' && list.state !== 'UPLOADED' && list.state !== 'FAILED';
  const mapping = isLookedAt
    ? mapColumns(list.shape as unknown as ListShape, list.kind, input.columns ?? [])
    : null;
  if (mapping !== null && 'refused' in mapping)
    return new InvalidInput('columns', MAPPING_REFUSALS[mapping.refused]);
  const told = mapping && { shape: list.shape, mapping: mapping as unknown as Json };
  const done = await idempotentMutation(ctx, name, input, (tx) =>
    stepListImport(tx, {
      organisationId,
      importId,
      step: asked,
      now: ctx.now,
      ...(told && { told }),
    }),
  );
  if (done instanceof Problem) return done;
  if ('refused' in done.result)
    return done.result.refused === 'not-found'
      ? new NotFound('import', 'id')
      : new Conflict('IMPORT_STATE', WHERE[asked], 'id');
  const row = await findListImport(ctx.db.sql, organisationId, importId);
  if (row === null) return new NotFound('import', 'id');
  return answer(ListImportChanged, { listImport: new ListImportType(row) });
}

/** Whoever may not add opt-outs does not carry a list of them out that somebody else began. */
function isTheirs(ctx: Context, { kind, accountId }: ListImport): boolean {
  const { grants } = viewerOf(ctx);
  const mayOptOut = grants.filter(({ right }) => right === 'ADMIN' || right === 'lists:import');
  return (
    kind === 'CONTACTS' ||
    mayOptOut.some((grant) => grant.accountId === null || grant.accountId === accountId)
  );
}

const MAPPING_REFUSALS = {
  'no-column': 'The list has no column of this name.',
  'no-addresses': `${LIST_REFUSALS.NO_ADDRESSES.message}: say which one is EMAIL, PHONE or ADDRESS.`,
} as const;

const WHERE = {
  map: 'It can be told what its columns are after it was looked at and before it runs.',
  run: 'It can run when it was counted, and once.',
  cancel: 'It has ended.',
} as const;
