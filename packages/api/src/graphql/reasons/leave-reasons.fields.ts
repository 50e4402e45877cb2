import { ownReasons } from '@adieu/db';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { AccountReasonType } from './account-reason.type.ts';
import { AccountType } from '../accounts/account.type.ts';

@Resolver(() => AccountType)
export class LeaveReasons {
  @FieldResolver(() => [AccountReasonType], {
    description: 'Its own list, in order; empty = Adieu’s.',
  })
  async leaveReasons(
    @Root() { row }: AccountType,
    @Ctx() { db }: Context,
  ): Promise<AccountReasonType[]> {
    return (await ownReasons(db.sql, row.id)).map((reason) => new AccountReasonType(reason));
  }
}
