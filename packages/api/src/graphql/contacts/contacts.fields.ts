import { listContacts } from '@adieu/db';
import type { ContactState } from '@adieu/domain';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { ContactStateEnum } from '../shared/enums.ts';
import { pageOf } from '../shared/connection.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { AddressBookType } from '../address-books/address-book.type.ts';
import { ContactConnection, ContactType } from './contact.type.ts';

@Resolver(() => AddressBookType)
export class BookContacts {
  @FieldResolver(() => ContactConnection, {
    description: 'Its contacts, each with where it stands; of one state or several, or all.',
  })
  async contacts(
    @Root() { row }: AddressBookType,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('states', () => [ContactStateEnum], { nullable: true }) states?: ContactState[] | null,
  ): Promise<ContactConnection> {
    const after = readCursor(page, ([id]) => isUuid(id));
    const listed = await listContacts(ctx.db.sql, {
      addressBookId: row.id,
      states: states ?? null,
      first: firstOf(page),
      after: after?.[0] ?? null,
    });
    return new ContactConnection(
      pageOf(
        listed,
        (each) => new ContactType(each),
        (each) => writeCursor(each.recipientId),
      ),
    );
  }
}
