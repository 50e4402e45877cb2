import type { OptOutRequest } from '@adieu/db';
import type { Channel, OptOutMethod, RequestState } from '@adieu/domain';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ChannelEnum, OptOutMethodEnum, OptOutRequestStateEnum } from '../shared/enums.ts';
import { toId } from '../shared/ids.ts';
import { ScopeType } from '../scopes/scope.type.ts';

@ObjectType('OptOutReceipt', {
  description: 'What can be told to somebody who asks what became of their wish to stop.',
})
export class OptOutReceiptType {
  readonly row: OptOutRequest;

  constructor(row: OptOutRequest) {
    this.row = row;
  }

  @Field(() => ID)
  requestId(): string {
    return toId('optout', this.row.id);
  }

  @Field(() => ScopeType, { description: 'What was left.' })
  scope(): ScopeType {
    return new ScopeType(this.row.scopeKind, this.row.scopeId);
  }

  @Field(() => ChannelEnum)
  channel(): Channel {
    return this.row.channel;
  }

  @Field(() => OptOutRequestStateEnum)
  state(): RequestState {
    return this.row.state;
  }

  @Field(() => Date, { description: 'When the wish came: from then on it was kept.' })
  receivedAt(): Date {
    return this.row.receivedAt;
  }

  @Field(() => OptOutMethodEnum, { description: 'How it came.' })
  method(): OptOutMethod {
    return this.row.method;
  }

  @Field(() => Int)
  policyVersion(): number {
    return this.row.policyVersion;
  }
}
