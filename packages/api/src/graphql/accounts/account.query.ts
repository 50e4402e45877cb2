import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context } from '../shared/context.ts';
import { readId } from '../shared/read-id.ts';
import { AccountType } from './account.type.ts';
import { findOwnAccount } from './find-own-account.ts';

@Resolver()
export class AccountQuery {
  @Query(() => AccountType, {
    nullable: true,
    description: 'Archived ones too; null where there is none.',
  })
  async account(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<AccountType | null> {
    const row = await findOwnAccount(ctx, readId('account', id, 'id'));
    return row && new AccountType(row);
  }
}
