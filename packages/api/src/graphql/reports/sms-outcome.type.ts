import type { SmsOutcome } from '@adieu/db';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('SmsFailure')
export class SmsFailureType {
  @Field(() => String, {
    nullable: true,
    description: 'The gateway’s own, or why nothing was handed over; null where it gave none.',
  })
  readonly code!: string | null;

  @Field(() => Int)
  readonly count!: number;
}

@ObjectType('SmsOutcome', {
  description: 'What gateways say became of a campaign by SMS; messages are counted.',
})
export class SmsOutcomeType implements SmsOutcome {
  @Field(() => Int, { description: 'On their telephones.' })
  readonly delivered!: number;

  @Field(() => Int, { description: 'Sent, and told afterwards not to have come.' })
  readonly undelivered!: number;

  @Field(() => Int, { description: 'Sent, and nothing final was told of them, yet.' })
  readonly unheard!: number;

  @Field(() => Int, {
    description: 'As how many SMS their texts went, as far as that is known: what is paid for.',
  })
  readonly parts!: number;

  @Field(() => Int, {
    description: 'People whom a gateway told to have opted out there, each once.',
  })
  readonly optedOut!: number;

  @Field(() => [SmsFailureType], {
    description:
      'Why messages failed or were not delivered: the 20 most frequent codes, the most frequent first.',
  })
  readonly failures!: readonly SmsFailureType[];
}
