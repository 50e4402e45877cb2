import { connectionOf } from '../shared/connection.ts';
import type { LedgerEvent } from '@adieu/db';
import type {
  LedgerEventType as EventType,
  OptOutMethod,
  RequestState,
  Signal,
} from '@adieu/domain';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import {
  LedgerEventTypeEnum,
  OptOutMethodEnum,
  OptOutRequestStateEnum,
  SignalEnum,
} from '../shared/enums.ts';
import { toId } from '../shared/ids.ts';
import { ActorType } from '../shared/actor.type.ts';
import { ScopeType } from '../scopes/scope.type.ts';

@ObjectType('LedgerEvent', { description: 'One entry of the append-only history.' })
export class LedgerEventType {
  readonly row: LedgerEvent;

  constructor(row: LedgerEvent) {
    this.row = row;
  }

  @Field(() => LedgerEventTypeEnum)
  type(): EventType {
    return this.row.type;
  }

  @Field(() => Date)
  at(): Date {
    return this.row.at;
  }

  @Field(() => ScopeType)
  scope(): ScopeType {
    return new ScopeType(this.row.scopeKind, this.row.scopeId);
  }

  @Field(() => ActorType)
  actor(): ActorType {
    return new ActorType(this.row.actorKind, this.row.actor ?? null);
  }

  @Field(() => SignalEnum, { nullable: true })
  signal(): Signal | null {
    return this.row.signal ?? null;
  }

  @Field(() => OptOutMethodEnum, { nullable: true })
  method(): OptOutMethod | null {
    return this.row.method ?? null;
  }

  @Field(() => OptOutRequestStateEnum, { nullable: true })
  oldState(): RequestState | null {
    return this.row.oldState ?? null;
  }

  @Field(() => OptOutRequestStateEnum, { nullable: true })
  newState(): RequestState | null {
    return this.row.newState ?? null;
  }

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the policy that it was judged by.',
  })
  policyVersion(): number | null {
    return this.row.policyVersion ?? null;
  }

  @Field(() => ID, { nullable: true, description: 'The request that it happened to.' })
  requestId(): string | null {
    return this.row.requestId ? toId('optout', this.row.requestId) : null;
  }

  @Field(() => String, { nullable: true })
  reason(): string | null {
    return this.row.reason ?? null;
  }

  @Field(() => ID, {
    nullable: true,
    description: 'What speaks for it. The evidence itself may be past its retention.',
  })
  evidenceId(): string | null {
    const id = this.row.detail?.['evidenceId'];
    return id === undefined ? null : toId('evidence', id);
  }
}

export const LedgerEventConnection = connectionOf('LedgerEvent', LedgerEventType);
export type LedgerEventConnection = InstanceType<typeof LedgerEventConnection>;
