import type { Channel, SuppressionState } from '@adieu/domain';
import { Field, ID, InputType } from 'type-graphql';
import { ChannelEnum, SuppressionStateEnum } from '../shared/enums.ts';

@InputType({ description: 'What is not given does not matter; what is given must all be met.' })
export class SuppressionFilter {
  @Field(() => ID, {
    nullable: true,
    description:
      'Everybody of this book whom it does not reach: who left it, and contacts of it who left more than it.',
  })
  readonly addressBookId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The account itself, its books and its topics.' })
  readonly accountId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly topicId?: string | null;

  @Field(() => [SuppressionStateEnum], { nullable: true })
  readonly states?: SuppressionState[] | null;

  @Field(() => ChannelEnum, { nullable: true })
  readonly channel?: Channel | null;

  @Field(() => Date, { nullable: true, description: 'Since this instant or later.' })
  readonly sinceAfter?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Since before this instant.' })
  readonly sinceBefore?: Date | null;
}
