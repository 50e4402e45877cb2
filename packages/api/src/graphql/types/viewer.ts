import type { ApiKeyOwner } from '@adieu/db';
import type { Role } from '@adieu/domain';
import { Field, ObjectType } from 'type-graphql';
import { ACCESS } from '../access.ts';
import { RoleEnum } from '../enums.ts';

@ObjectType('Viewer', { description: 'Who this key is, and what it may do.' })
export class ViewerType {
  readonly owner: ApiKeyOwner;

  constructor(owner: ApiKeyOwner) {
    this.owner = owner;
  }

  @Field(() => String)
  name(): string {
    return this.owner.name;
  }

  @Field(() => RoleEnum)
  role(): Role {
    return this.owner.role;
  }

  @Field(() => [String], {
    description: 'The queries, mutations and subscriptions that it may use.',
  })
  may(): string[] {
    const fields = Object.entries({ ...ACCESS.Query, ...ACCESS.Mutation, ...ACCESS.Subscription });
    return fields
      .filter(([, access]) => access === 'link' || access.includes(this.owner.role))
      .map(([field]) => field);
  }
}
