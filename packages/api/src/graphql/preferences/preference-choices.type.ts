import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('TopicChoice')
export class TopicChoiceType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => Boolean)
  readonly on!: boolean;

  @Field(() => Date, { nullable: true, description: 'Since when it is off.' })
  readonly since!: Date | null;
}

@ObjectType('InFlightMessage', {
  description: 'Its hand-over had begun before: it may still arrive.',
})
export class InFlightMessageType {
  @Field(() => String, {
    nullable: true,
    description: 'Of the mail, as it was sent; null where it can not be told any more.',
  })
  readonly subject!: string | null;

  @Field(() => Date)
  readonly until!: Date;
}

@ObjectType('LeaveReason', { description: 'What may be given as a reason, after leaving.' })
export class LeaveReasonType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Of an account’s own list; null for Adieu’s, whose words are the page’s.',
  })
  readonly text!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'That the text is in: the reader’s where the list has it.',
  })
  readonly language!: string | null;
}
