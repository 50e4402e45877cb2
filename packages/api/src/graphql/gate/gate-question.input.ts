import type { Channel, Purpose } from '@adieu/domain';
import { Field, ID, InputType } from 'type-graphql';
import { ChannelEnum, PurposeEnum } from '../shared/enums.ts';

/** What the gate is asked, whoever it is about. */
@InputType()
export abstract class GateQuestion {
  @Field(() => ChannelEnum)
  readonly channel!: Channel;

  @Field(() => ID, { nullable: true })
  readonly addressBookId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly topicId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly accountId?: string | null;

  @Field(() => PurposeEnum, {
    nullable: true,
    description: 'If not given: the book’s, or MARKETING where no book is named.',
  })
  readonly purpose?: Purpose | null;
}
