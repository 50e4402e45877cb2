import type { ListImport } from '@adieu/db';
import type { ListFormat, ListImportState, ListKind } from '@adieu/domain';
import type { ListMapping, ListShape } from '@adieu/intake';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import { LeavingColumnType } from '../contacts/leaving-columns-found.type.ts';
import { ScopeType } from '../scopes/scope.type.ts';
import { ActorType } from '../shared/actor.type.ts';
import { connectionOf } from '../shared/connection.ts';
import { toId } from '../shared/ids.ts';
import { ListFormatEnum, ListImportStateEnum, ListKindEnum } from './list-enums.ts';
import {
  explainFailure,
  ListImportColumnType,
  ListImportCountsType,
  ListImportFailureType,
} from './list-import-parts.type.ts';

/** What `list_import.shape` and `.mapping` hold, as the worker and `mapListImport` wrote them. */
type Kept = Partial<ListShape> & {
  readonly leaving?: readonly { column: string; rows: number; cells: readonly string[] }[];
};

@ObjectType('ListImport', { description: 'A file on its way into the lists, and what came of it.' })
export class ListImportType {
  readonly row: ListImport;

  constructor(row: ListImport) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('import', this.row.id);
  }

  @Field(() => ListKindEnum)
  kind(): ListKind {
    return this.row.kind;
  }

  @Field(() => ListImportStateEnum)
  state(): ListImportState {
    return this.row.state;
  }

  @Field(() => String)
  fileName(): string {
    return this.row.fileName;
  }

  @Field(() => ScopeType, { description: 'What is left. Of contacts: their book.' })
  scope(): ScopeType {
    return new ScopeType(this.row.scopeKind, this.row.scopeId, this.row.scopeName);
  }

  @Field(() => ListFormatEnum, { nullable: true, description: 'Null before it was looked at.' })
  format(): ListFormat | null {
    return this.#shape.format ?? null;
  }

  @Field(() => String, { nullable: true, description: 'Of a text.' })
  encoding(): string | null {
    return this.#shape.encoding ?? null;
  }

  @Field(() => String, { nullable: true, description: 'Of CSV.' })
  separator(): string | null {
    return this.#shape.separator ?? null;
  }

  @Field(() => String, { nullable: true, description: 'The sheet of a workbook that is read.' })
  sheet(): string | null {
    return this.#shape.sheet ?? null;
  }

  @Field(() => [String], { description: 'The sheets that a workbook has.' })
  sheets(): readonly string[] {
    return this.#shape.sheets ?? [];
  }

  @Field(() => String, { nullable: true, description: 'Of JSON and XML: where the rows are.' })
  path(): string | null {
    return this.#shape.path ?? null;
  }

  @Field(() => Boolean, { nullable: true, description: 'Whether its first row names the columns.' })
  header(): boolean | null {
    return this.#shape.header ?? null;
  }

  @Field(() => [ListImportColumnType])
  columns(): ListImportColumnType[] {
    const mapped = (this.row.mapping as unknown as { columns: ListMapping } | null)?.columns;
    return (this.#shape.columns ?? []).map(({ name, guess, examples }, i) => ({
      column: name,
      guess: guess?.startsWith('CONSENT_') ? 'FIELD' : guess,
      takenAs: mapped?.[i]?.field ?? null,
      examples,
    }));
  }

  @Field(() => [LeavingColumnType], {
    description:
      'Of contacts: columns that speak of people who left. Say by `mapListImport` what each is: LEFT (opt-outs) or FIELD (something else).',
  })
  leavingColumns(): readonly LeavingColumnType[] {
    return this.row.state === 'LOOKED' ? (this.#shape.leaving ?? []) : [];
  }

  @Field(() => ListImportCountsType, { nullable: true, description: 'Null before it was counted.' })
  counts(): ListImportCountsType | null {
    const { counts } = this.row;
    if (counts.rows === undefined) return null;
    const none = {
      accepted: 0,
      rejected: 0,
      blank: 0,
      fresh: 0,
      known: 0,
      out: 0,
      repeated: 0,
      leaving: 0,
    };
    return { rows: 0, ...none, ...counts };
  }

  @Field(() => Float, { description: 'Rows that were read of it.' })
  rowsRead(): number {
    return this.row.rowsRead;
  }

  @Field(() => Float, { description: 'Addresses, or people, that are carried out.' })
  done(): number {
    return this.row.done;
  }

  @Field(() => Float, { description: 'Addresses, or people, that there are to carry out.' })
  toDo(): number {
    return this.row.toDo;
  }

  @Field(() => ListImportFailureType, { nullable: true, description: 'Why it failed.' })
  failure(): ListImportFailureType | null {
    return this.row.failure === null ? null : explainFailure(this.row.failure);
  }

  @Field(() => ActorType)
  askedBy(): ActorType {
    return new ActorType(this.row.askedByKind, this.row.askedBy);
  }

  @Field(() => Date)
  askedAt(): Date {
    return this.row.askedAt;
  }

  @Field(() => Date, { nullable: true })
  startedAt(): Date | null {
    return this.row.startedAt;
  }

  @Field(() => Date, { nullable: true })
  endedAt(): Date | null {
    return this.row.endedAt;
  }

  get #shape(): Kept {
    return (this.row.shape ?? {}) as unknown as Kept;
  }
}

export const ListImportConnection = connectionOf('ListImport', ListImportType);
export type ListImportConnection = InstanceType<typeof ListImportConnection>;
