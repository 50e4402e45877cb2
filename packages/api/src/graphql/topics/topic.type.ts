import type { Topic } from '@adieu/db';
import { Field, ID, ObjectType } from 'type-graphql';
import { toId } from '../shared/ids.ts';

@ObjectType('Topic', { description: 'A subject that recipients pick.' })
export class TopicType {
  readonly row: Topic;

  constructor(row: Topic) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('topic', this.row.id);
  }

  @Field(() => String)
  name(): string {
    return this.row.name;
  }

  @Field(() => Date, { nullable: true, description: 'Nothing is sent about it any more.' })
  archivedAt(): Date | null {
    return this.row.archivedAt ?? null;
  }
}
