import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { AddressBookType } from '../address-books/address-book.type.ts';
import { AudienceExportType } from './audience-export.type.ts';

@Resolver(() => AudienceExportType)
export class AudienceExportFields {
  @FieldResolver(() => AddressBookType)
  async addressBook(
    @Root() { row }: AudienceExportType,
    @Ctx() { loaders }: Context,
  ): Promise<AddressBookType> {
    const book = await loaders.book.load(row.addressBookId);
    return new AddressBookType(book!);
  }
}
