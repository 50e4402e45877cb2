import type { ListImport, ListImportRemark } from '@adieu/db';
import {
  LIST_REFUSALS,
  type ListField,
  type ListFormat,
  type ListImportState,
  type ListKind,
  type ListRefusalCode,
} from '@adieu/domain';
import type { ListMapping, ListShape } from '@adieu/intake';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import { LeavingColumnType } from '../contacts/leaving-columns-found.type.ts';
import { ScopeType } from '../scopes/scope.type.ts';
import { ActorType } from '../shared/actor.type.ts';
import { connectionOf } from '../shared/connection.ts';
import { toId } from '../shared/ids.ts';
import { ListFieldEnum, ListFormatEnum, ListImportStateEnum, ListKindEnum } from './list-enums.ts';

@ObjectType('ListImportColumn')
export class ListImportColumnType {
  @Field(() => String, { description: 'As the header has it; of a list without one, its number.' })
  readonly column!: string;

  @Field(() => ListFieldEnum, { nullable: true, description: 'What it seems to hold.' })
  readonly guess!: ListField | null;

  @Field(() => ListFieldEnum, {
    nullable: true,
    description: 'What it is taken as; null before `mapListImport`.',
  })
  readonly takenAs!: ListField | null;

  @Field(() => [String], { description: 'The first cells that say something.' })
  readonly examples!: readonly string[];
}

@ObjectType('ListImportCounts', {
  description:
    'Rows: accepted, rejected and blank make up all of them. Before it runs the rest is what would happen, afterwards what happened.',
})
export class ListImportCountsType {
  @Field(() => Float)
  readonly rows!: number;

  @Field(() => Float)
  readonly accepted!: number;

  @Field(() => Float)
  readonly rejected!: number;

  @Field(() => Float)
  readonly blank!: number;

  @Field(() => Float, {
    description: 'Addresses that nobody here knew. Of contacts: people whom the book did not have.',
  })
  readonly fresh!: number;

  @Field(() => Float, {
    description:
      'Known addresses that are opted out by it. Of contacts: people whom the book had, brought up to date.',
  })
  readonly known!: number;

  @Field(() => Float, {
    description:
      'Opted out already: nothing changes. Of contacts: how many of them stay opted out.',
  })
  readonly out!: number;

  @Field(() => Float, { description: 'Said by an earlier row, which counts.' })
  readonly repeated!: number;

  @Field(() => Float, { description: 'Of contacts: people who left, by a column that says so.' })
  readonly leaving!: number;
}

@ObjectType('ListImportRemark', { description: 'What is told of one row.' })
export class ListImportRemarkType {
  @Field(() => String, { description: 'Where it stands: `line 4`, or the cell of a workbook.' })
  readonly place!: string;

  @Field(() => String, { nullable: true, description: 'Which column.' })
  readonly field!: string | null;

  @Field(() => String, { nullable: true, description: 'What stands there, masked.' })
  readonly value!: string | null;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => String, { nullable: true, description: 'What to do.' })
  readonly remedy!: string | null;

  constructor({ place, field, value, reason, remedy }: ListImportRemark) {
    Object.assign(this, { place, field, value, reason, remedy });
  }
}

@ObjectType('ListImportFailure')
export class ListImportFailureType {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly message!: string;

  @Field(() => String, { description: 'What to do.' })
  readonly remedy!: string;
}

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
    const code = this.row.failure;
    if (code === null) return null;
    const told = LIST_REFUSALS[code as ListRefusalCode] ?? OTHERS[code as keyof typeof OTHERS];
    return { code: code.toUpperCase().replaceAll('-', '_'), ...told };
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

/** Why what it was to be written to takes no list. */
const OTHERS = {
  'not-found': { message: 'what it was to be written to is gone', remedy: 'choose another' },
  'no-opt-out': {
    message: 'transactional messages have no opt-out',
    remedy: 'choose the account, a topic or another book',
  },
  exempt: {
    message: 'this book is exempt from opt-out',
    remedy: 'choose the account, a topic or another book',
  },
};

export const ListImportConnection = connectionOf('ListImport', ListImportType);
export type ListImportConnection = InstanceType<typeof ListImportConnection>;
