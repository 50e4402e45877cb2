import { exemptionsOf, listAccounts, listAddressBooks, listTopics, policyHistory } from '@adieu/db';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { fromId } from '../shared/ids.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { AddressBookType } from './address-book.type.ts';
import { OptOutPolicyType } from '../policies/opt-out-policy.type.ts';
import { ExemptionType } from './exemption.type.ts';
import { AddressBookConnection } from './address-book.type.ts';
import { AccountType } from '../accounts/account.type.ts';
import { TopicType } from '../topics/topic.type.ts';

@Resolver(() => AddressBookType)
export class AddressBooks {
  @Query(() => AddressBookConnection, { description: 'In the order they were made.' })
  async addressBooks(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<AddressBookConnection> {
    const after = readCursor(page, ([id]) => isUuid(id));
    const { rows, hasNext } = await listAddressBooks(ctx.db.sql, viewerOf(ctx).organisationId, {
      first: firstOf(page),
      after: after?.[0] ?? null,
    });
    const edges = rows.map((row) => ({
      node: new AddressBookType(row),
      cursor: writeCursor(row.id),
    }));
    return new AddressBookConnection({ edges, hasNext });
  }

  @Query(() => [TopicType], { description: 'By name; of all accounts, or of one.' })
  async topics(
    @Ctx() ctx: Context,
    @Arg('accountId', () => ID, { nullable: true }) accountId?: string | null,
  ): Promise<TopicType[]> {
    const uuid = accountId ? fromId('account', accountId) : null;
    if (accountId && uuid === null) return [];
    const rows = await listTopics(ctx.db.sql, viewerOf(ctx).organisationId, uuid);
    return rows.map((row) => new TopicType(row));
  }

  @Query(() => [AccountType], { description: 'By name.' })
  async accounts(@Ctx() ctx: Context): Promise<AccountType[]> {
    const rows = await listAccounts(ctx.db.sql, viewerOf(ctx).organisationId);
    return rows.map((row) => new AccountType(row));
  }

  @FieldResolver(() => AccountType)
  async account(
    @Root() { row }: AddressBookType,
    @Ctx() { loaders }: Context,
  ): Promise<AccountType> {
    const account = await loaders.account.load(row.accountId);
    return new AccountType(account!);
  }

  @FieldResolver(() => OptOutPolicyType, {
    nullable: true,
    description:
      'In force now; `origin` says whose it is. Null for a transactional book: it has no opt-out.',
  })
  async optOutPolicy(
    @Root() { row }: AddressBookType,
    @Ctx() { loaders }: Context,
  ): Promise<OptOutPolicyType | null> {
    const policy = await loaders.policy.load(row.id);
    return policy && new OptOutPolicyType(policy);
  }

  @FieldResolver(() => [OptOutPolicyType], {
    description:
      'Every version of its own policy, then of its account’s, the organisation’s and the house’s for its purpose, each the newest first. The first is in force.',
  })
  async policyHistory(
    @Root() { row }: AddressBookType,
    @Ctx() { db }: Context,
  ): Promise<OptOutPolicyType[]> {
    return (await policyHistory(db.sql, row.id)).map((policy) => new OptOutPolicyType(policy));
  }

  @FieldResolver(() => [ExemptionType], {
    description: 'Each beginning and end of an exemption from opt-out, the newest first.',
  })
  async exemptions(
    @Root() { row }: AddressBookType,
    @Ctx() { db }: Context,
  ): Promise<ExemptionType[]> {
    return (await exemptionsOf(db.sql, row.id)).map((act) => new ExemptionType(act));
  }
}
