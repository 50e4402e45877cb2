import { listContacts, ownerOfBook } from '@adieu/db';
import { channelOf, type ContactState } from '@adieu/domain';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { ContactStateEnum } from '../shared/enums.ts';
import { readAddress } from '../shared/address.ts';
import { BadArgument } from '../shared/bad-argument.ts';
import { Problem } from '../shared/problems.ts';
import { pageOf } from '../shared/connection.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { AddressBookType } from '../address-books/address-book.type.ts';
import { ContactConnection, ContactType } from './contact.type.ts';

@Resolver(() => AddressBookType)
export class BookContacts {
  @FieldResolver(() => ContactConnection, {
    description:
      'Its contacts, each with where its addresses stand; with an address of these states, with this address, or all.',
  })
  async contacts(
    @Root() { row }: AddressBookType,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('states', () => [ContactStateEnum], { nullable: true }) states?: ContactState[] | null,
    @Arg('address', () => String, { nullable: true, description: 'An e-mail address or a number.' })
    address?: string | null,
  ): Promise<ContactConnection> {
    const after = readCursor(page, ([id]) => isUuid(id));
    const listed = await listContacts(ctx.db.sql, {
      addressBookId: row.id,
      states: states ?? null,
      addressKey: typeof address === 'string' ? await keyOf(ctx, row.id, address) : null,
      first: firstOf(page),
      after: after?.[0] ?? null,
    });
    return new ContactConnection(
      pageOf(
        listed,
        (each) => new ContactType(each),
        (each) => writeCursor(each.id),
      ),
    );
  }
}

async function keyOf(ctx: Context, addressBookId: string, text: string): Promise<Buffer> {
  const channel = channelOf(text);
  const owner = channel === 'SMS' ? await ownerOfBook(ctx.db.sql, addressBookId) : null;
  const known = readAddress(ctx.ring, text, channel, owner?.country ?? null);
  if (known instanceof Problem)
    throw new BadArgument('address', 'is neither an e-mail address nor a telephone number');
  return known.addressKey;
}
