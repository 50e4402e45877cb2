import { Field, ID, ObjectType } from 'type-graphql';
import { ItemCounts } from '../shared/item-counts.type.ts';
import { Problem } from '../shared/problems.ts';
import { OptOutRequestType } from '../opt-out-requests/opt-out-request.type.ts';

@ObjectType({ description: 'What became of one machine signal.' })
export class OpenedItem {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => OptOutRequestType, { nullable: true, description: 'The request that stands now.' })
  readonly request!: OptOutRequestType | null;

  @Field(() => Problem, { nullable: true })
  readonly problem!: Problem | null;
}

@ObjectType({ description: 'Each id for itself, in the order given.' })
export class RequestsOpened extends ItemCounts {
  @Field(() => [OpenedItem])
  readonly items!: readonly OpenedItem[];
}
