import { Field, ID, ObjectType } from 'type-graphql';
import { ItemCounts } from '../shared/item-counts.type.ts';
import { Problem } from '../shared/problems.ts';
import { OptOutRequestType } from './opt-out-request.type.ts';

@ObjectType({ description: 'What became of one id.' })
export class DecidedItem {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => OptOutRequestType, {
    nullable: true,
    description: 'As it is now; null where there is none.',
  })
  readonly request!: OptOutRequestType | null;

  @Field(() => Problem, {
    nullable: true,
    description: 'Why it was not decided; null where it was.',
  })
  readonly problem!: Problem | null;
}

@ObjectType({
  description: 'Each id for itself, in the order given: some may be decided and others not.',
})
export class Decided extends ItemCounts {
  @Field(() => [DecidedItem])
  readonly items!: readonly DecidedItem[];
}
