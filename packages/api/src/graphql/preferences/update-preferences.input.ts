import type { Frequency } from '@adieu/domain';
import { Field, ID, InputType } from 'type-graphql';
import { FrequencyEnum } from '../shared/enums.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { LONGEST_LIST } from '../shared/longest-list.ts';

@InputType({ description: 'What is left out stays as it was.' })
export class UpdatePreferencesInput extends IdempotentInput {
  @Field(() => String)
  readonly token!: string;

  @Field(() => [ID], {
    nullable: true,
    description: `Topics to leave, at most ${LONGEST_LIST}. One comes back by a double opt-in only: see startDoubleOptIn.`,
  })
  readonly topicIdsOff?: string[] | null;

  @Field(() => FrequencyEnum, { nullable: true })
  readonly frequency?: Frequency | null;

  @Field(() => Date, {
    nullable: true,
    description: 'No marketing before this instant, at most 365 days from now.',
  })
  readonly pausedUntil?: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Ends a pause now.' })
  readonly endPause?: boolean | null;

  @Field(() => String, { nullable: true, description: 'sv, cs, de, da or en.' })
  readonly language?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'IP address of the visitor. Of our own pages; for all others it is the address that they come from.',
  })
  readonly origin?: string | null;

  @Field(() => String, { nullable: true })
  readonly userAgent?: string | null;
}
