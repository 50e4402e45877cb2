import type { FailedMessage } from '@adieu/db';
import type { MessageState } from '@adieu/domain';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { MessageStateEnum } from '../shared/enums.ts';
import { toId } from '../shared/ids.ts';

@ObjectType('CampaignFailure', {
  description: 'A message that did not get through, or nobody knows.',
})
export class CampaignFailureType {
  readonly row: FailedMessage;

  constructor(row: FailedMessage) {
    this.row = row;
  }

  @Field(() => ID)
  messageId(): string {
    return toId('message', this.row.messageId);
  }

  @Field(() => MessageStateEnum)
  state(): MessageState {
    return this.row.state;
  }

  @Field(() => String, { nullable: true, description: 'What the mail server said.' })
  outcome(): string | null {
    return this.row.outcome;
  }

  @Field(() => Int)
  attempts(): number {
    return this.row.attempts;
  }

  @Field(() => Date)
  at(): Date {
    return this.row.changedAt;
  }
}
