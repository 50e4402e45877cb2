import type { Decision } from '@adieu/domain';
import { Field, ID, InputType } from 'type-graphql';
import { DecisionEnum } from '../shared/enums.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';

export const MOST_IDS = 1_000;

@InputType()
export class DecideByReviewInput extends IdempotentInput {
  @Field(() => String, { description: 'Of the review’s link.' })
  readonly token!: string;

  @Field(() => [ID], {
    description: `At most ${MOST_IDS}; those that are nobody’s or somebody else’s are left out.`,
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
