import type { ScopeKind } from '@adieu/domain';
import { Ctx, Field, ID, ObjectType } from 'type-graphql';
import type { Context } from '../context.ts';
import { ScopeKindEnum } from '../enums.ts';
import { toScopeId } from '../ids.ts';
import { scopeName } from '../loaders.ts';

@ObjectType('Scope', { description: 'What an opt-out covers.' })
export class ScopeType {
  @Field(() => ScopeKindEnum)
  readonly kind: ScopeKind;

  readonly uuid: string;

  constructor(kind: ScopeKind, uuid: string) {
    this.kind = kind;
    this.uuid = uuid;
  }

  @Field(() => ID, { nullable: true })
  id(): string {
    return toScopeId(this.kind, this.uuid);
  }

  @Field(() => String)
  name(@Ctx() ctx: Context): Promise<string> {
    return scopeName(ctx.loaders, this.kind, this.uuid);
  }
}
