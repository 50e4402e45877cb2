import { Field, ObjectType } from 'type-graphql';
import { ScopeType } from './scope.type.ts';

@ObjectType({ description: 'It is as asked.' })
export class ScopeChanged {
  @Field(() => ScopeType)
  readonly scope: ScopeType;

  constructor(scope: ScopeType) {
    this.scope = scope;
  }
}
