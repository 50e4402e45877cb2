import { listAddressBooks } from '@adieu/db';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { AddressBookType, AddressBookConnection } from './address-book.type.ts';

@Resolver()
export class AddressBooks {
  @Query(() => AddressBookConnection, { description: 'In the order they were made.' })
  async addressBooks(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<AddressBookConnection> {
    const after = readCursor(page, ([id]) => isUuid(id));
    const { rows, hasNext } = await listAddressBooks(ctx.db.sql, viewerOf(ctx).organisationId, {
      first: firstOf(page),
      after: after?.[0] ?? null,
    });
    const edges = rows.map((row) => ({
      node: new AddressBookType(row),
      cursor: writeCursor(row.id),
    }));
    return new AddressBookConnection({ edges, hasNext });
  }
}
