import type { StandingRequest } from '@adieu/db';
import type { Channel, OptOutMethod, RequestState, TimeoutOutcome } from '@adieu/domain';
import { Ctx, Field, ObjectType } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import {
  ChannelEnum,
  OptOutMethodEnum,
  OptOutRequestStateEnum,
  TimeoutOutcomeEnum,
} from '../shared/enums.ts';
import { ScopeType } from '../scopes/scope.type.ts';

@ObjectType('CurrentOptOut', { description: 'An opt-out as its recipient may see it.' })
export class CurrentOptOutType {
  readonly row: StandingRequest;

  constructor(row: StandingRequest) {
    this.row = row;
  }

  @Field(() => OptOutRequestStateEnum)
  state(): RequestState {
    return this.row.state;
  }

  @Field(() => OptOutMethodEnum)
  method(): OptOutMethod {
    return this.row.method;
  }

  @Field(() => Date)
  since(): Date {
    return this.row.receivedAt;
  }

  @Field(() => ScopeType)
  scope(): ScopeType {
    return new ScopeType(this.row.scopeKind, this.row.scopeId, this.row.scopeName);
  }

  @Field(() => [ChannelEnum], {
    description:
      'Where it stands: its own channel, and others on which the same person left the same.',
  })
  channels(): readonly Channel[] {
    return this.row.channels;
  }

  @Field(() => Date, { nullable: true })
  deadline(): Date | null {
    return this.row.deadline;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Of the mail that it came from, as it was sent; null where it came from none.',
  })
  async subject(@Ctx() { db, campaigns }: Context): Promise<string | null> {
    const { messageId } = this.row;
    return messageId === null ? null : campaigns.subjectOf(db, messageId);
  }

  @Field(() => TimeoutOutcomeEnum, { nullable: true })
  onTimeout(): TimeoutOutcome | null {
    return this.row.onTimeout;
  }
}
