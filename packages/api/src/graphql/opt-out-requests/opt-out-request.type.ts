import { connectionOf } from '../shared/connection.ts';
import type { OptOutRequest } from '@adieu/db';
import type {
  Attribution,
  Channel,
  OptOutMethod,
  Purpose,
  RequestState,
  Signal,
  Suspicion,
  TimeoutOutcome,
} from '@adieu/domain';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import {
  AttributionEnum,
  ChannelEnum,
  OptOutMethodEnum,
  OptOutRequestStateEnum,
  PurposeEnum,
  SignalEnum,
  SuspicionEnum,
  TimeoutOutcomeEnum,
} from '../shared/enums.ts';
import { toId } from '../shared/ids.ts';
import { ActorType } from '../shared/actor.type.ts';
import { ScopeType } from '../scopes/scope.type.ts';

@ObjectType('OptOutRequest', { description: 'One wish to stop, and what became of it.' })
export class OptOutRequestType {
  readonly row: OptOutRequest;

  constructor(row: OptOutRequest) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('optout', this.row.id);
  }

  @Field(() => OptOutRequestStateEnum)
  state(): RequestState {
    return this.row.state;
  }

  @Field(() => SignalEnum)
  signal(): Signal {
    return this.row.signal;
  }

  @Field(() => OptOutMethodEnum)
  method(): OptOutMethod {
    return this.row.method;
  }

  @Field(() => ChannelEnum, { nullable: true })
  channel(): Channel {
    return this.row.channel;
  }

  @Field(() => ScopeType)
  scope(): ScopeType {
    return new ScopeType(this.row.scopeKind, this.row.scopeId);
  }

  @Field(() => ScopeType, {
    description: 'What was asked for, before the organisation widened it.',
  })
  requestedScope(): ScopeType {
    const { requestedScopeKind, requestedScopeId } = this.row;
    return requestedScopeKind && requestedScopeId
      ? new ScopeType(requestedScopeKind, requestedScopeId)
      : this.scope();
  }

  @Field(() => Boolean, {
    description: 'Asked for on all channels: each address of the person has its own request.',
  })
  allChannels(): boolean {
    return this.row.allChannels;
  }

  @Field(() => AttributionEnum, {
    nullable: true,
    description: 'How the message came whose link was used; null where there was none.',
  })
  attribution(): Attribution | null {
    return this.row.attribution ?? null;
  }

  @Field(() => Date)
  receivedAt(): Date {
    return this.row.receivedAt;
  }

  @Field(() => Date, { nullable: true, description: 'When the review ends by itself.' })
  deadline(): Date | null {
    return this.row.deadline ?? null;
  }

  @Field(() => TimeoutOutcomeEnum, { nullable: true })
  onTimeout(): TimeoutOutcome | null {
    return this.row.onTimeout ?? null;
  }

  @Field(() => Date, { nullable: true })
  decidedAt(): Date | null {
    return this.row.decidedAt ?? null;
  }

  @Field(() => ActorType, { nullable: true })
  decidedBy(): ActorType | null {
    const { decidedByKind, decidedBy } = this.row;
    return decidedByKind ? new ActorType(decidedByKind, decidedBy ?? null) : null;
  }

  @Field(() => String, { nullable: true })
  decisionReason(): string | null {
    return this.row.decisionReason ?? null;
  }

  @Field(() => PurposeEnum)
  purpose(): Purpose {
    return this.row.purpose;
  }

  @Field(() => Int, { description: 'The version of the policy that it was judged by.' })
  policyVersion(): number {
    return this.row.policyVersion;
  }

  @Field(() => SuspicionEnum, { nullable: true, description: 'Why it may be a robot’s.' })
  suspicion(): Suspicion | null {
    return this.row.suspicion ?? null;
  }

  @Field(() => ID, { nullable: true, description: 'The burst that it is of.' })
  quarantineId(): string | null {
    return this.row.quarantineId ? toId('quarantine', this.row.quarantineId) : null;
  }
}

export const OptOutRequestConnection = connectionOf('OptOutRequest', OptOutRequestType);
export type OptOutRequestConnection = InstanceType<typeof OptOutRequestConnection>;
