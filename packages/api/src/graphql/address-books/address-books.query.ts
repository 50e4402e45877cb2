import { listAddressBooks } from '@adieu/db';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { pageOf } from '../shared/connection.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { AddressBookType, AddressBookConnection } from './address-book.type.ts';
import { readOptionalId } from '../shared/read-id.ts';
import { AddressBookFilter } from './address-book-filter.input.ts';

@Resolver()
export class AddressBooks {
  @Query(() => AddressBookConnection, {
    description: 'In the order they were made; without the archived ones, if not asked for.',
  })
  async addressBooks(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => AddressBookFilter, { nullable: true }) filter?: AddressBookFilter | null,
  ): Promise<AddressBookConnection> {
    const after = readCursor(page, ([id]) => isUuid(id));
    const listed = await listAddressBooks(ctx.db.sql, viewerOf(ctx).organisationId, {
      filter: {
        accountId: readOptionalId('account', filter?.accountId, 'filter.accountId'),
        purpose: filter?.purpose ?? null,
        archived: filter?.archived ?? false,
      },
      first: firstOf(page),
      after: after?.[0] ?? null,
    });
    return new AddressBookConnection(
      pageOf(
        listed,
        (row) => new AddressBookType(row),
        (row) => writeCursor(row.id),
      ),
    );
  }
}
