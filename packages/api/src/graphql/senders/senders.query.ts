import { sendersOfAccounts } from '@adieu/db';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { findOwnAccount } from '../accounts/find-own-account.ts';
import type { Context } from '../shared/context.ts';
import { readId } from '../shared/read-id.ts';
import { SenderType } from './sender.type.ts';

@Resolver()
export class Senders {
  @Query(() => [SenderType], {
    description: 'What an account sends from: by channel, its default first.',
  })
  async senders(
    @Ctx() ctx: Context,
    @Arg('accountId', () => ID) accountId: string,
    @Arg('includeArchived', () => Boolean, { defaultValue: false }) includeArchived: boolean,
  ): Promise<SenderType[]> {
    const account = await findOwnAccount(ctx, readId('account', accountId, 'accountId'));
    if (account === null) return [];
    const rows = await sendersOfAccounts(ctx.db.sql, [account.id], includeArchived);
    return rows.map((row) => new SenderType(row));
  }
}
