import { isRole, type KeyUse, type Right, type Role, type Viewer } from '@adieu/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Field, Info, ObjectType } from 'type-graphql';
import { fieldsFor } from '../access/guard.ts';
import { KeyUseEnum, RoleEnum } from '../shared/caller-enums.ts';

@ObjectType('Viewer', { description: 'Who calls, and what they may do.' })
export class ViewerType {
  readonly viewer: Viewer;

  constructor(viewer: Viewer) {
    this.viewer = viewer;
  }

  @Field(() => String)
  name(): string {
    return this.viewer.name;
  }

  @Field(() => [RoleEnum])
  roles(): Role[] {
    return this.#rights().filter(isRole);
  }

  @Field(() => [KeyUseEnum], { description: 'Of a key that has these instead of a role.' })
  uses(): KeyUse[] {
    return this.#rights().filter((right): right is KeyUse => !isRole(right));
  }

  @Field(() => [String], {
    description: 'The queries, mutations and subscriptions that they may use.',
  })
  may(@Info() { schema }: GraphQLResolveInfo): string[] {
    return fieldsFor(schema, this.#rights());
  }

  #rights(): Right[] {
    return [...new Set(this.viewer.grants.map(({ right }) => right))];
  }
}
