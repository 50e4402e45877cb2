import type { Deletion } from '@adieu/db';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { toId } from '../shared/ids.ts';

@ObjectType('Deletion', {
  description:
    'An account or an organisation that is taken away for good. Nothing is sent through it since it was asked for.',
})
export class DeletionType {
  readonly row: Deletion;

  constructor(row: Deletion) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('deletion', this.row.id);
  }

  @Field(() => Date)
  askedAt(): Date {
    return this.row.askedAt;
  }

  @Field(() => String)
  askedBy(): string {
    return this.row.askedBy;
  }

  @Field(() => Int, { description: 'People and contacts that are gone so far.' })
  gone(): number {
    return this.row.gone;
  }

  @Field(() => Date, { nullable: true, description: 'Null while there is more to take away.' })
  finishedAt(): Date | null {
    return this.row.finishedAt ?? null;
  }
}
