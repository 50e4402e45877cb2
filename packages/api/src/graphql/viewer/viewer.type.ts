import type { ApiKeyOwner } from '@adieu/db';
import type { Role } from '@adieu/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Field, Info, ObjectType } from 'type-graphql';
import { fieldsFor } from '../access/guard.ts';
import { RoleEnum } from '../shared/enums.ts';

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
  may(@Info() { schema }: GraphQLResolveInfo): string[] {
    return fieldsFor(schema, this.owner.role);
  }
}
