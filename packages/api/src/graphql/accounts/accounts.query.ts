import { listAccounts } from '@adieu/db';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql';
import { accountsAt } from '../access/held-rights.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { AccountFilter } from './account-filter.input.ts';
import { AccountType } from './account.type.ts';

@Resolver()
export class Accounts {
  @Query(() => [AccountType], {
    description: 'By name; without the archived ones, if not asked for.',
  })
  async accounts(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => AccountFilter, { nullable: true }) filter?: AccountFilter | null,
  ): Promise<AccountType[]> {
    const rows = await listAccounts(ctx.db.sql, viewerOf(ctx).organisationId, {
      archived: filter?.archived ?? false,
      ids: accountsAt(ctx, info),
    });
    return rows.map((row) => new AccountType(row));
  }
}
