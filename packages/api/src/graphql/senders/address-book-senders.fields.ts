import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AddressBookType } from '../address-books/address-book.type.ts';
import type { Context } from '../shared/context.ts';
import { SenderType } from './sender.type.ts';

@Resolver(() => AddressBookType)
export class AddressBookSenders {
  @FieldResolver(() => [SenderType], {
    description:
      'What its campaigns go out from, one for each channel: what it chose, else its account’s default.',
  })
  async senders(
    @Root() { row }: AddressBookType,
    @Ctx() { loaders }: Context,
  ): Promise<SenderType[]> {
    return (await loaders.sendersOfBook.load(row.id)).map((sender) => new SenderType(sender));
  }
}
