import type { Deletion } from '@adieu/db';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { PURGE_EVERY_SECONDS } from '@adieu/domain';
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

  @Field(() => Date, {
    description:
      'When it should be gone: what comes round each hour takes it away. Of hundreds of thousands of people it takes longer; `finishedAt` tells.',
  })
  expectedBy(): Date {
    return new Date(this.row.askedAt.getTime() + PURGE_EVERY_SECONDS * 1_000);
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
