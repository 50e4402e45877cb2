import type { ScopeKind } from '@adieu/domain';
import { Ctx, Field, ID, ObjectType } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { ScopeKindEnum } from '../shared/enums.ts';
import { toScopeId } from '../shared/ids.ts';
import { scopeName } from '../shared/loaders.ts';

@ObjectType('Scope', { description: 'What an opt-out covers.' })
export class ScopeType {
  @Field(() => ScopeKindEnum)
  readonly kind: ScopeKind;

  readonly uuid: string;

  private readonly known: string | null;

  /** `name` where it came with the row: then nobody asks for it again. */
  constructor(kind: ScopeKind, uuid: string, name: string | null = null) {
    this.kind = kind;
    this.uuid = uuid;
    this.known = name;
  }

  @Field(() => ID, { nullable: true })
  id(): string {
    return toScopeId(this.kind, this.uuid);
  }

  @Field(() => String)
  name(@Ctx() ctx: Context): string | Promise<string> {
    return this.known ?? scopeName(ctx.loaders, this.kind, this.uuid);
  }
}
