import type { ListImportRemark } from '@adieu/db';
import { LIST_REFUSALS, type ListField, type ListRefusalCode } from '@adieu/domain';
import { Field, Float, ObjectType } from 'type-graphql';
import { ListFieldEnum } from './list-enums.ts';

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

/** Why an import failed, in words. */
export function explainFailure(code: string): ListImportFailureType {
  const told = LIST_REFUSALS[code as ListRefusalCode] ?? OTHERS[code as keyof typeof OTHERS];
  return { code: code.toUpperCase().replaceAll('-', '_'), ...told };
}
