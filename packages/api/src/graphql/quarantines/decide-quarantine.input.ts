import type { Decision } from '@adieu/domain';
import { Field, ID, InputType } from 'type-graphql';
import { DecisionEnum } from '../shared/enums.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';

@InputType()
export class DecideQuarantineInput extends IdempotentInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => DecisionEnum, {
    description: 'CONFIRM: all leave. DECLINE: all are back where they were before the burst.',
  })
  readonly decision!: Decision;

  @Field(() => String, {
    nullable: true,
    description: 'Needed to decline: the recipients will read it.',
  })
  readonly reason?: string | null;
}
