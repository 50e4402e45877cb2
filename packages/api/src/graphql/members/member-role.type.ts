import type { MemberRole, MemberGrant } from '@adieu/domain';
import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { MemberRoleEnum } from '../shared/caller-enums.ts';
import { toId } from '../shared/ids.ts';

@ObjectType('MemberRoleGrant', { description: 'A role of a member, and how far it reaches.' })
export class MemberRoleGrantType {
  readonly grant: MemberGrant;

  @Field(() => MemberRoleEnum)
  readonly role: MemberRole;

  @Field(() => ID, { nullable: true, description: 'Null: every account of the organisation.' })
  readonly accountId: string | null;

  constructor(grant: MemberGrant) {
    this.grant = grant;
    this.role = grant.right;
    this.accountId = grant.accountId && toId('account', grant.accountId);
  }
}

@Resolver(() => MemberRoleGrantType)
export class MemberRoleGrantFields {
  // The name alone: a member of one account reaches nothing else of it through their own page.
  @FieldResolver(() => String, { nullable: true })
  async accountName(
    @Root() { grant }: MemberRoleGrantType,
    @Ctx() { loaders }: Context,
  ): Promise<string | null> {
    if (grant.accountId === null) return null;
    return (await loaders.account.load(grant.accountId))?.name ?? null;
  }
}
