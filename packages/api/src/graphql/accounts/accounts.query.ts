import { listAccounts } from '@adieu/db';
import { Ctx, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { AccountType } from './account.type.ts';

@Resolver()
export class Accounts {
  @Query(() => [AccountType], { description: 'By name.' })
  async accounts(@Ctx() ctx: Context): Promise<AccountType[]> {
    const rows = await listAccounts(ctx.db.sql, viewerOf(ctx).organisationId);
    return rows.map((row) => new AccountType(row));
  }
}
