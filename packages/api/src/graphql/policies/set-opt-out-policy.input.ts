import type { PolicyMode, Purpose, Reactivation, TimeoutOutcome } from '@adieu/domain';
import { GraphQLISO8601Duration } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import {
  PolicyModeEnum,
  PurposeEnum,
  ReactivationEnum,
  TimeoutOutcomeEnum,
} from '../shared/enums.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';

@InputType()
export class SetOptOutPolicyInput extends IdempotentInput {
  @Field(() => ID, { nullable: true, description: 'The book whose own policy it is.' })
  readonly addressBookId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The account whose default it is, for books of `purpose`.',
  })
  readonly accountId?: string | null;

  @Field(() => PurposeEnum, {
    nullable: true,
    description:
      'With an account: the books its default is for. Alone: the organisation’s default. Not with a book: it has a purpose.',
  })
  readonly purpose?: Purpose | null;

  @Field(() => PolicyModeEnum)
  readonly mode!: PolicyMode;

  @Field(() => GraphQLISO8601Duration, {
    description: 'In weeks, days, hours, minutes, seconds: P7D, PT48H.',
  })
  readonly reviewPeriod!: string;

  @Field(() => TimeoutOutcomeEnum)
  readonly onTimeout!: TimeoutOutcome;

  @Field(() => [GraphQLISO8601Duration], {
    nullable: true,
    description:
      'How long before the deadline to remind, the longest first, at most five. If not given: a day, where the review is longer.',
  })
  readonly remindBefore?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The members who are told; none = everybody.',
  })
  readonly tell?: string[] | null;

  @Field(() => ReactivationEnum, { nullable: true, description: 'RECIPIENT if not given.' })
  readonly reactivation?: Reactivation | null;

  @Field(() => String, { nullable: true, description: 'Why; kept with the version.' })
  readonly reason?: string | null;
}
