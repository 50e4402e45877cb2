import type { Decision } from '@adieu/domain';
import { Field, ID, InputType } from 'type-graphql';
import { DecisionEnum } from '../shared/enums.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { LONGEST_LIST } from '../shared/longest-list.ts';

@InputType()
export class DecideOptOutRequestsInput extends IdempotentInput {
  @Field(() => [ID], {
    description: `At most ${LONGEST_LIST}; one that is named twice is decided once.`,
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
