import type { ApiKeyRow } from '@adieu/db';
import type { KeyUse, Role } from '@adieu/domain';
import { Field, ID, ObjectType } from 'type-graphql';
import { ActorType } from '../shared/actor.type.ts';
import { connectionOf } from '../shared/connection.ts';
import { KeyUseEnum, RoleEnum } from '../shared/caller-enums.ts';
import { toId } from '../shared/ids.ts';

@ObjectType('ApiKey', {
  description: 'A key of the API. Its secret is shown once, when it is made.',
})
export class ApiKeyType {
  readonly row: ApiKeyRow;

  constructor(row: ApiKeyRow) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('key', this.row.id);
  }

  @Field(() => String, { description: 'What histories call its holder.' })
  name(): string {
    return this.row.name;
  }

  @Field(() => RoleEnum, { nullable: true, description: 'Null where it has uses.' })
  role(): Role | null {
    return this.row.role;
  }

  @Field(() => [KeyUseEnum], { description: 'Empty where it has a role.' })
  uses(): readonly KeyUse[] {
    return this.row.uses;
  }

  @Field(() => ID, { nullable: true, description: 'The one account that it opens; null = all.' })
  accountId(): string | null {
    return this.row.accountId && toId('account', this.row.accountId);
  }

  @Field(() => Date)
  createdAt(): Date {
    return this.row.createdAt;
  }

  @Field(() => ActorType)
  createdBy(): ActorType {
    return new ActorType(this.row.createdByKind, this.row.createdBy);
  }

  @Field(() => Date, {
    nullable: true,
    description: 'From then on it opens nothing; null = never.',
  })
  expiresAt(): Date | null {
    return this.row.expiresAt;
  }

  @Field(() => Date, { nullable: true, description: 'To the minute; null where it never was.' })
  lastUsedAt(): Date | null {
    return this.row.lastUsedAt;
  }

  @Field(() => Date, { nullable: true })
  revokedAt(): Date | null {
    return this.row.revokedAt;
  }

  @Field(() => ID, { nullable: true, description: 'The key that a rotation made of it.' })
  replacedById(): string | null {
    return this.row.replacedBy && toId('key', this.row.replacedBy);
  }
}

export const ApiKeyConnection = connectionOf('ApiKey', ApiKeyType);
export type ApiKeyConnection = InstanceType<typeof ApiKeyConnection>;
