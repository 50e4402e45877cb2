import type { ConsentOutcome } from '@adieu/domain';
import { Field, ObjectType } from 'type-graphql';
import { ConsentOutcomeEnum } from '../shared/enums.ts';
import { ItemCounts } from '../shared/item-counts.type.ts';
import { Problem } from '../shared/problems.ts';
import { ConsentType } from './consent.type.ts';

@ObjectType({ description: 'What became of one item.' })
export class RecordedConsent {
  @Field(() => String, { description: 'As it was given.' })
  readonly address!: string;

  @Field(() => ConsentOutcomeEnum, { nullable: true, description: 'Null where it was not taken.' })
  readonly outcome!: ConsentOutcome | null;

  @Field(() => ConsentType, { nullable: true })
  readonly consent!: ConsentType | null;

  @Field(() => Problem, { nullable: true, description: 'Why it was not taken.' })
  readonly problem!: Problem | null;
}

@ObjectType({ description: 'Each item for itself, in the order given.' })
export class ConsentsRecorded extends ItemCounts {
  @Field(() => [RecordedConsent])
  readonly items!: readonly RecordedConsent[];
}
