import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AccountType } from '../accounts/account.type.ts';
import type { Context } from '../shared/context.ts';
import { SenderType } from './sender.type.ts';

@Resolver(() => SenderType)
export class SenderFields {
  @FieldResolver(() => AccountType)
  async account(@Root() { row }: SenderType, @Ctx() { loaders }: Context): Promise<AccountType> {
    const account = await loaders.account.load(row.accountId);
    return new AccountType(account!);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether a gateway of this installation carries it; nothing is sent from what none carries. True of a From of mail.',
  })
  isCarried(@Root() { row }: SenderType, @Ctx() { installation }: Context): boolean {
    return row.kind === 'EMAIL' || installation.carriesSms(row.address);
  }
}
