import type { LeavingColumn } from '@adieu/intake';
import { Field, Int, ObjectType } from 'type-graphql';
import { Problem } from '../shared/problems.ts';

@ObjectType('LeavingColumn')
export class LeavingColumnType {
  @Field(() => String, { description: 'As the header line has it.' })
  readonly column!: string;

  @Field(() => Int, {
    description: 'How many rows say that their person left, or may not be written to.',
  })
  readonly rows!: number;

  @Field(() => [String], { description: 'How they say it: a few of them.' })
  readonly cells!: readonly string[];
}

@ObjectType('LeavingColumnsFound', {
  implements: Problem,
  description: 'The list speaks of people who left: nothing of it was taken.',
})
export class LeavingColumnsFound extends Problem {
  @Field(() => [LeavingColumnType])
  readonly columns: readonly LeavingColumn[];

  constructor(columns: readonly LeavingColumn[]) {
    super(
      'LEAVING_COLUMN',
      'The list says of some people that they left. Say for each of these columns what it means: OPT_OUTS or IGNORE.',
      'leavingColumns',
    );
    this.columns = columns;
  }
}
