import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context } from '../shared/context.ts';
import { readId } from '../shared/read-id.ts';
import { AddressBookType } from './address-book.type.ts';
import { findOwnAccount } from '../accounts/find-own-account.ts';

@Resolver()
export class AddressBookQuery {
  @Query(() => AddressBookType, {
    nullable: true,
    description: 'Archived ones too; null where there is none.',
  })
  async addressBook(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<AddressBookType | null> {
    const row = await ctx.loaders.book.load(readId('book', id, 'id'));
    if (row === null || row.deletedAt || !(await findOwnAccount(ctx, row.accountId))) return null;
    return new AddressBookType(row);
  }
}
