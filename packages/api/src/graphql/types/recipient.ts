import type { ListedSuppression, Recipient } from '@adieu/db';
import { type Channel, maskAddress, type SuppressionState } from '@adieu/domain';
import { Field, ID, ObjectType } from 'type-graphql';
import { ChannelEnum, SuppressionStateEnum } from '../enums.ts';
import { toId } from '../ids.ts';
import { ScopeType } from './scope.ts';

@ObjectType('Recipient', { description: 'Somebody behind an address on one channel.' })
export class RecipientType {
  readonly row: Recipient;

  constructor(row: Recipient) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('recipient', this.row.id);
  }

  @Field(() => ChannelEnum)
  channel(): Channel {
    return this.row.channel;
  }

  @Field(() => String, { nullable: true, description: 'Null after erasure.' })
  address(): string | null {
    return this.row.address ?? null;
  }

  @Field(() => String, { nullable: true, description: 'As the recipient’s own page shows it.' })
  maskedAddress(): string | null {
    return this.row.address ? maskAddress(this.row.address) : null;
  }
}

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

  @Field(() => ID, { nullable: true })
  requestId(): string | null {
    return this.row.requestId === null ? null : toId('optout', this.row.requestId);
  }
}
