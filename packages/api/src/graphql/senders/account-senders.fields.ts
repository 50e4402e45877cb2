import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AccountType } from '../accounts/account.type.ts';
import type { Context } from '../shared/context.ts';
import { SenderType } from './sender.type.ts';

@Resolver(() => AccountType)
export class AccountSenders {
  @FieldResolver(() => [SenderType], {
    description: 'What it sends from: by channel, its default first. Without archived ones.',
  })
  async senders(@Root() { row }: AccountType, @Ctx() { loaders }: Context): Promise<SenderType[]> {
    return (await loaders.sendersOfAccount.load(row.id)).map((sender) => new SenderType(sender));
  }
}
