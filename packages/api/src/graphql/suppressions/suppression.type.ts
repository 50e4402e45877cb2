import { connectionOf } from '../shared/connection.ts';
import type { ListedSuppression } from '@adieu/db';
import { type Channel, maskAddress, type SuppressionState } from '@adieu/domain';
import { Field, ID, ObjectType } from 'type-graphql';
import { ChannelEnum, SuppressionStateEnum } from '../shared/enums.ts';
import { toId } from '../shared/ids.ts';
import { ScopeType } from '../scopes/scope.type.ts';

@ObjectType('Suppression', { description: 'What stops messages to a recipient.' })
export class SuppressionType {
  readonly row: ListedSuppression;

  constructor(row: ListedSuppression) {
    this.row = row;
  }

  @Field(() => ScopeType)
  scope(): ScopeType {
    return new ScopeType(this.row.scopeKind, this.row.scopeId);
  }

  @Field(() => ChannelEnum)
  channel(): Channel {
    return this.row.channel;
  }

  @Field(() => String, { nullable: true, description: 'Null after erasure.' })
  maskedAddress(): string | null {
    return this.row.address === null ? null : maskAddress(this.row.address);
  }

  @Field(() => SuppressionStateEnum)
  state(): SuppressionState {
    return this.row.state;
  }

  @Field(() => Date)
  since(): Date {
    return this.row.since;
  }

  @Field(() => [ScopeType], {
    description:
      'What it gives way to: books, topics and accounts inside its scope that the recipient came back to since.',
  })
  returnedTo(): ScopeType[] {
    return this.row.returnedTo.map(({ kind, id }) => new ScopeType(kind, id));
  }

  @Field(() => ID, { nullable: true })
  requestId(): string | null {
    return this.row.requestId === null ? null : toId('optout', this.row.requestId);
  }
}

export const SuppressionConnection = connectionOf('Suppression', SuppressionType);

export type SuppressionConnection = InstanceType<typeof SuppressionConnection>;
