import type { Decision } from '@adieu/domain';
import { Field, ID, InputType } from 'type-graphql';
import { DecisionEnum } from '../shared/enums.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { LONGEST_LIST } from '../shared/longest-list.ts';

@InputType()
export class DecideByReviewInput extends IdempotentInput {
  @Field(() => String, { description: 'Of the review’s link.' })
  readonly token!: string;

  @Field(() => [ID], {
    description: `At most ${LONGEST_LIST}; those that are nobody’s or somebody else’s are left out.`,
  })
  readonly ids!: string[];

  @Field(() => DecisionEnum)
  readonly decision!: Decision;

  @Field(() => String, {
    nullable: true,
    description: 'Needed to decline: the recipient will read it.',
  })
  readonly reason?: string | null;
}
